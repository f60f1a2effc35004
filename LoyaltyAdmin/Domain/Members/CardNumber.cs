using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Members;

/// <summary>Card numbers as we keep them: letters and digits only, upper case, so that print and scanner agree.</summary>
public static class CardNumber
{
    public const int Shortest = 4;
    public const int Longest = 64;

    /// <summary>The number without blanks and dashes; <c>Members.CardInvalid</c> where it cannot be one.</summary>
    public static Result<string> Normalise(string text)
    {
        var number = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–' or '—'))).ToUpperInvariant();
        return number.Length is >= Shortest and <= Longest && number.All(char.IsLetterOrDigit)
            ? number
            : new Rejection("Members.CardInvalid", text.Trim(), Shortest, Longest) { Field = "card" };
    }

    /// <summary>The number in groups of four, as people read it aloud.</summary>
    public static string Grouped(string number) => string.Join('\u00a0', number.Chunk(4).Select(group => new string(group)));
}
