using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What lifts a member from level to level (R7): never the balance that can be spent.</summary>
public enum TierMetric
{
    /// <summary>Money paid less refunds, each refund on the day of its purchase.</summary>
    Spend,

    /// <summary>Points earned by purchases less those taken back.</summary>
    PointsEarned,

    /// <summary>Days with a purchase that was not wholly returned.</summary>
    Visits,
}

/// <summary>Over which time the metric counts.</summary>
public enum TierWindow
{
    /// <summary>From the first of January.</summary>
    CalendarYear,

    /// <summary>The last twelve months.</summary>
    RollingYear,

    /// <summary>From the day of joining, year by year.</summary>
    JoinAnniversary,

    /// <summary>All that was ever bought.</summary>
    Lifetime,
}

/// <summary>How long a level that was reached is kept.</summary>
public enum TierStay
{
    /// <summary>To the end of the period in which it was reached.</summary>
    ThisPeriod,

    /// <summary>To the end of the period after.</summary>
    NextPeriod,
}

/// <summary>Where those land who did not reach their level again.</summary>
public enum TierLanding
{
    /// <summary>One level lower, or on the one that their metric gives if that is higher.</summary>
    OneDown,

    /// <summary>On the level that their metric gives.</summary>
    ByMetric,

    /// <summary>On the lowest level.</summary>
    Lowest,
}

/// <summary>Which level a purchase is computed by that reaches a new one.</summary>
public enum TierOfReceipt
{
    /// <summary>The level before it.</summary>
    Before,

    /// <summary>The level that it reaches.</summary>
    After,
}

/// <summary>What becomes of members when another ladder comes into force.</summary>
public enum LadderChange
{
    /// <summary>Nobody falls before the end of the period; who qualifies for more rises.</summary>
    Keep,

    /// <summary>Everybody stands where the metric says, at once.</summary>
    Recalculate,
}

/// <summary>The ladder of levels and its rules (R7).</summary>
public sealed record TierConditions
{
    /// <summary>Whether the program has levels.</summary>
    public bool Enabled { get; init; }

    public TierMetric Metric { get; init; }

    public TierWindow Window { get; init; }

    public TierStay Stay { get; init; }

    public TierLanding Landing { get; init; }

    /// <summary>Days after the end of the period in which the level still stands and purchases still count for keeping it.</summary>
    public int GraceDays { get; init; }

    public TierOfReceipt OfReceipt { get; init; }

    /// <summary>Whether points count that are not active yet (R5); for <see cref="TierMetric.PointsEarned"/>.</summary>
    public bool CountPending { get; init; } = true;

    /// <summary>Whether a return can take a level away that its purchase had brought; at the end of the day.</summary>
    public bool LowerOnReturn { get; init; }

    /// <summary>What happens to members when this ladder takes the place of another.</summary>
    public LadderChange OnChange { get; init; }

    public TierLadder Ladder { get; init; } = TierLadder.None;
}
