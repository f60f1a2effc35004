using LoyaltyAdmin.Domain.Offers;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Clubs;

/// <summary>What counts for getting into a club by purchases.</summary>
public enum ClubMetric
{
    /// <summary>Paid in money less refunds, in units of currency.</summary>
    Spend,

    /// <summary>Receipts.</summary>
    Visits,
}

/// <summary>What becomes of a place when its term is over.</summary>
public enum ClubRenewal
{
    /// <summary>It goes on by itself.</summary>
    Always,

    /// <summary>It goes on if the purchases of the last months reach the threshold again.</summary>
    Threshold,

    /// <summary>It ends unless somebody prolongs it.</summary>
    ByStaff,
}

/// <summary>How much a member must have bought, in how many months.</summary>
/// <param name="Metric">What counts.</param>
/// <param name="Amount">At least so much.</param>
/// <param name="Months">Back from today.</param>
public sealed record ClubThreshold(ClubMetric Metric, decimal Amount, int Months)
{
    /// <summary>The first local day that counts on a day.</summary>
    public DateOnly CountedFrom(DateOnly today) => today.AddMonths(-Months).AddDays(1);
}

/// <summary>How one gets into a club, for how long, and what it gives.</summary>
public sealed record ClubTerms : IOfferTerms
{
    private const int LongestMonths = 60;
    private const int MostSeats = 10_000_000;
    private const int LongestInvitation = 365;
    private const decimal HighestAmount = 1_000_000_000m;

    /// <summary>Whether staff invite.</summary>
    public bool ByInvitation { get; init; } = true;

    /// <summary>Who bought so much gets in without being asked; null for nobody.</summary>
    public ClubThreshold? Threshold { get; init; }

    /// <summary>How many months a place lasts; null for good.</summary>
    public int? TermMonths { get; init; } = 12;

    public ClubRenewal Renewal { get; init; } = ClubRenewal.ByStaff;

    /// <summary>The most members at once; null for any number.</summary>
    public int? Seats { get; init; }

    /// <summary>Whether nobody hears of it who is neither in it nor invited.</summary>
    public bool IsHidden { get; init; } = true;

    /// <summary>For how many days an invitation is good, the first one counted.</summary>
    public int InvitationDays { get; init; } = 30;

    public Benefits Benefits { get; init; } = new();

    /// <summary>The end of a place that is taken or prolonged from a day on, exclusive.</summary>
    public DateTime EndOf(DateOnly from, ProgramCalendar calendar) =>
        TermMonths is { } months && Renewal != ClubRenewal.Always ? calendar.StartOf(from.AddMonths(months)) : ProgramCalendar.Never;

    /// <summary>What is wrong with them, each with its field.</summary>
    public IEnumerable<Rejection> Check()
    {
        if (!ByInvitation && Threshold is null)
        {
            yield return new Rejection("Clubs.NoWayIn") { Field = "byInvitation" };
        }

        if (Threshold is { } threshold)
        {
            if (threshold.Amount is <= 0 or > HighestAmount || decimal.Round(threshold.Amount, threshold.Metric == ClubMetric.Visits ? 0 : 2) != threshold.Amount)
            {
                yield return new Rejection("Clubs.AmountOutOfRange", HighestAmount) { Field = "thresholdAmount" };
            }

            if (threshold.Months is < 1 or > LongestMonths)
            {
                yield return new Rejection("Clubs.MonthsOutOfRange", LongestMonths) { Field = "thresholdMonths" };
            }
        }

        if (TermMonths is < 1 or > LongestMonths)
        {
            yield return new Rejection("Clubs.MonthsOutOfRange", LongestMonths) { Field = "termMonths" };
        }

        if (!Enum.IsDefined(Renewal) || (Renewal == ClubRenewal.Threshold && Threshold is null))
        {
            yield return new Rejection("Clubs.RenewalNeedsThreshold") { Field = "renewal" };
        }

        if (Seats is < 1 or > MostSeats)
        {
            yield return new Rejection("Clubs.SeatsOutOfRange", MostSeats) { Field = "seats" };
        }

        if (InvitationDays is < 1 or > LongestInvitation)
        {
            yield return new Rejection("Clubs.DaysOutOfRange", LongestInvitation) { Field = "invitationDays" };
        }

        foreach (var wrong in Benefits.Check("Clubs"))
        {
            yield return wrong;
        }
    }
}
