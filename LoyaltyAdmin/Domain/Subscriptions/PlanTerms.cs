using LoyaltyAdmin.Domain.Offers;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Subscriptions;

/// <summary>What the length of a paid period is counted in.</summary>
public enum PeriodUnit
{
    Months,
    Days,
}

/// <summary>What subscribers pay, how long it lasts and what they get.</summary>
public sealed record PlanTerms : IOfferTerms
{
    private const int LongestMonths = 60;
    private const int LongestDays = 1830;
    private const int MostTrialDays = 366;
    private const int MostGraceDays = 90;
    private static readonly Money HighestFee = Money.Of(100_000_000m);

    /// <summary>For one period.</summary>
    public Money Fee { get; init; }

    public PeriodUnit Unit { get; init; } = PeriodUnit.Months;

    /// <summary>How many months or days a period has.</summary>
    public int Length { get; init; } = 1;

    /// <summary>Days to try it for nothing, the first one counted; zero for none.</summary>
    public int TrialDays { get; init; }

    /// <summary>For how many days the benefits go on when a renewal is not paid.</summary>
    public int GraceDays { get; init; } = 7;

    public Benefits Benefits { get; init; } = new();

    /// <summary>The fee for a month: of other periods its part, by twelve months or 365 days a year.</summary>
    public decimal MonthlyFee => MonthlyOf(Fee, Unit, Length);

    /// <summary>What a payment for a period is worth a month.</summary>
    public static decimal MonthlyOf(Money fee, PeriodUnit unit, int length) =>
        unit == PeriodUnit.Months ? fee.Amount / length : fee.Amount * 365m / 12m / length;

    /// <summary>What is wrong with them, each with its field.</summary>
    public IEnumerable<Rejection> Check()
    {
        var longest = Unit == PeriodUnit.Months ? LongestMonths : LongestDays;
        if (Fee.IsZero || Fee > HighestFee)
        {
            yield return new Rejection("Subscriptions.FeeOutOfRange", HighestFee) { Field = "fee" };
        }

        if (!Enum.IsDefined(Unit) || Length < 1 || Length > longest)
        {
            yield return new Rejection("Subscriptions.LengthOutOfRange", longest) { Field = "length" };
        }

        if (TrialDays is < 0 or > MostTrialDays)
        {
            yield return new Rejection("Subscriptions.DaysOutOfRange", MostTrialDays) { Field = "trialDays" };
        }

        if (GraceDays is < 0 or > MostGraceDays)
        {
            yield return new Rejection("Subscriptions.DaysOutOfRange", MostGraceDays) { Field = "graceDays" };
        }

        foreach (var wrong in Benefits.Check("Subscriptions"))
        {
            yield return wrong;
        }
    }
}
