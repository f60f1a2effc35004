namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>When a campaign runs, in the local time of the program. Ends are exclusive.</summary>
public sealed record CampaignPeriod
{
    /// <summary>Local date and time; null for no beginning.</summary>
    public DateTime? From { get; init; }

    /// <summary>Local date and time, exclusive; null for no end.</summary>
    public DateTime? Until { get; init; }

    /// <summary>Days of the week; none for all.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; init; } = [];

    /// <summary>Time of day from which on it runs; null for midnight.</summary>
    public TimeOnly? DailyFrom { get; init; }

    /// <summary>Time of day, exclusive; null for midnight. Earlier than <see cref="DailyFrom"/> it is of the next day.</summary>
    public TimeOnly? DailyUntil { get; init; }

    /// <summary>Whether a local date and time is in it. Hours past midnight belong to the weekday on which they began.</summary>
    public bool Contains(DateTime local)
    {
        if (local < From || local >= Until)
        {
            return false;
        }

        var (time, from, until) = (TimeOnly.FromDateTime(local), DailyFrom ?? TimeOnly.MinValue, DailyUntil ?? TimeOnly.MinValue);
        var day = local.DayOfWeek;
        if (until == TimeOnly.MinValue)
        {
            return time >= from && IsOn(day);
        }

        if (from < until)
        {
            return time >= from && time < until && IsOn(day);
        }

        return time >= from ? IsOn(day) : time < until && IsOn((DayOfWeek)(((int)day + 6) % 7));
    }

    private bool IsOn(DayOfWeek day) => Weekdays.Count == 0 || Weekdays.Contains(day);
}
