using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Which campaigns of a group are given.</summary>
public enum GroupMode
{
    All,

    /// <summary>The first by priority that can be given.</summary>
    FirstByPriority,

    /// <summary>The one with the largest discount plus points at their face value.</summary>
    BestForClient,

    /// <summary>The one that costs least, of those that give anything.</summary>
    CheapestForShop,
}

/// <summary>Among what one is chosen.</summary>
public enum GroupScope
{
    /// <summary>One for the whole receipt.</summary>
    Receipt,

    /// <summary>One for each line.</summary>
    Line,
}

/// <summary>Campaigns, and groups of them, that compete (R8).</summary>
public sealed record StackingGroup
{
    /// <summary>What campaigns name it by; unique among all groups.</summary>
    public required string Key { get; init; }

    public string Name { get; init; } = "";

    public GroupMode Mode { get; init; } = GroupMode.All;

    public GroupScope Scope { get; init; } = GroupScope.Receipt;

    /// <summary>
    /// The stage at which it is decided, with all groups in it; theirs do not matter. What is taken off is taken off then, so a
    /// campaign with discounts cannot compete where points have paid already.
    /// </summary>
    public ReceiptPhase Phase { get; init; } = ReceiptPhase.Receipt;

    /// <summary>Its place among the campaigns and groups around it; the lower, the earlier.</summary>
    public int Priority { get; init; } = 100;

    public IReadOnlyList<StackingGroup> Groups { get; init; } = [];
}
