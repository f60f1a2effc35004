using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>A series of gift cards that is to be made.</summary>
public sealed record GiftCardSeriesPlan
{
    public const int LongestTerm = 120;
    public const int LongestGrace = 365;
    public const decimal Greatest = 1_000_000m;

    public string Name { get; init; } = "";

    public long DesignId { get; init; }

    public string Prefix { get; init; } = "";

    public int Length { get; init; } = 16;

    public bool IsVirtual { get; init; }

    public bool HasPin { get; init; }

    /// <summary>In units of currency; null where the buyer chooses.</summary>
    public decimal? Nominal { get; init; }

    public decimal Minimum { get; init; }

    public decimal Maximum { get; init; }

    public int TermMonths { get; init; } = 12;

    public int GraceDays { get; init; } = 30;

    public int Count { get; init; }

    /// <summary>How the codes are made: as numbers of member cards are, always with a check digit and at random.</summary>
    public CardSeriesPlan Codes => new CardSeriesPlan { Name = Name, Prefix = Prefix, Length = Length, Count = Math.Max(1, Count) }.Normalise();

    /// <summary>All that is wrong with it, each naming its field.</summary>
    public IReadOnlyList<Rejection> Check()
    {
        var problems = new List<Rejection>(Codes.Check());
        if (DesignId <= 0)
        {
            problems.Add(new Rejection("GiftCards.DesignMissing") { Field = "design" });
        }

        if (Count < 1 && !IsVirtual)
        {
            problems.Add(new Rejection("GiftCards.CountMissing") { Field = "count" });
        }

        if (Count < 0)
        {
            problems.Add(new Rejection("GiftCards.CountMissing") { Field = "count" });
        }

        if (Nominal is { } nominal)
        {
            CheckAmount(nominal, "nominal", problems);
        }
        else if (CheckAmount(Minimum, "minimum", problems) & CheckAmount(Maximum, "maximum", problems) && Maximum < Minimum)
        {
            problems.Add(new Rejection("GiftCards.MaximumBelowMinimum") { Field = "maximum" });
        }

        if (TermMonths is < 0 or > LongestTerm)
        {
            problems.Add(new Rejection("GiftCards.TermOutOfRange", LongestTerm) { Field = "term" });
        }

        if (GraceDays is < 0 or > LongestGrace)
        {
            problems.Add(new Rejection("GiftCards.GraceOutOfRange", LongestGrace) { Field = "grace" });
        }

        return problems;
    }

    private static bool CheckAmount(decimal amount, string field, List<Rejection> problems)
    {
        if (amount is <= 0 or > Greatest || decimal.Round(amount, 2) != amount)
        {
            problems.Add(new Rejection("GiftCards.AmountOutOfRange", 0.01m, Greatest) { Field = field });
            return false;
        }

        return true;
    }
}
