using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>What a gift card looks like to who buys it and who gets it.</summary>
public sealed class GiftCardDesign
{
    public const int LongestName = 100;
    public const int LongestText = 120;

    /// <summary>Dark enough for white letters on them.</summary>
    public static IReadOnlyList<string> Colours { get; } =
        ["#1f3a8a", "#0f5c4e", "#8a1f4b", "#5b2a86", "#9a3412", "#1f2937", "#92600a", "#0b5a7a"];

    public required long Id { get; init; }

    /// <summary>For the staff.</summary>
    public required string Name { get; set; }

    public GiftCardPicture Picture { get; set; }

    /// <summary>One of <see cref="Colours"/>.</summary>
    public required string Colour { get; set; }

    /// <summary>What is printed on every card of it; empty for nothing.</summary>
    public string Text { get; set; } = "";

    public int Version { get; set; }

    /// <summary>All that is wrong with what somebody wants a design to be, each naming its field.</summary>
    public static IReadOnlyList<Rejection> Check(string name, string colour, string text)
    {
        var problems = new List<Rejection>();
        if (name.Trim().Length is 0 or > LongestName)
        {
            problems.Add(new Rejection(name.Trim().Length == 0 ? "GiftCards.NameMissing" : "GiftCards.TooLong", LongestName) { Field = "name" });
        }

        if (!Colours.Contains(colour))
        {
            problems.Add(new Rejection("GiftCards.ColourInvalid") { Field = "colour" });
        }

        if (text.Trim().Length > LongestText)
        {
            problems.Add(new Rejection("GiftCards.TooLong", LongestText) { Field = "text" });
        }

        return problems;
    }
}
