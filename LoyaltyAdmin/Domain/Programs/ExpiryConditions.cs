namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What the life of points is counted from.</summary>
public enum ExpiryModel
{
    /// <summary>Points do not expire.</summary>
    Never,

    /// <summary>A term from the day of earning.</summary>
    FromEarning,

    /// <summary>A term from the member's last purchase: each purchase moves all such lots.</summary>
    FromLastActivity,

    /// <summary>A day of the year, the same for all.</summary>
    CalendarDay,

    /// <summary>The anniversary of the member's joining.</summary>
    MemberAnniversary,
}

/// <summary>The unit of a term.</summary>
public enum TermUnit
{
    Days,
    Months,
    Years,
}

/// <summary>To what end of period a term is rounded up.</summary>
public enum TermRounding
{
    None,
    EndOfMonth,
    EndOfQuarter,
    EndOfHalfYear,
    EndOfYear,
}

/// <summary>When points expire (R6). A change is for lots that come after it.</summary>
public sealed record ExpiryConditions
{
    public ExpiryModel Model { get; init; } = ExpiryModel.FromEarning;

    /// <summary>
    /// How long points live, in <see cref="Unit"/>. With <see cref="ExpiryModel.CalendarDay"/> and
    /// <see cref="ExpiryModel.MemberAnniversary"/> the least life: the first such day after it counts.
    /// </summary>
    public int Term { get; init; } = 12;

    public TermUnit Unit { get; init; } = TermUnit.Months;

    public TermRounding RoundUpTo { get; init; } = TermRounding.None;

    /// <summary>Month of the last usable day, for <see cref="ExpiryModel.CalendarDay"/>.</summary>
    public int CalendarMonth { get; init; } = 12;

    /// <summary>Day of the month of the last usable day, for <see cref="ExpiryModel.CalendarDay"/>; past the month's end its last day is meant.</summary>
    public int CalendarDayOfMonth { get; init; } = 31;
}
