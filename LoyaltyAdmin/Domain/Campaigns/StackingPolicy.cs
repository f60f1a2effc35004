using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Which price the conditions of campaigns are tested on.</summary>
public enum PriceSeen
{
    /// <summary>What earlier discounts have left.</summary>
    After,

    /// <summary>The price before all discounts.</summary>
    Before,
}

/// <summary>How several percents of one stage add up.</summary>
public enum PercentStacking
{
    /// <summary>Each of what the one before it has left.</summary>
    InTurn,

    /// <summary>All of the price that the first of them met.</summary>
    Summed,
}

/// <summary>How several multipliers of points add up (R2).</summary>
public enum MultiplierStacking
{
    /// <summary>Two times two are three: base × (rate + Σ extra).</summary>
    Additive,

    /// <summary>Two times two are four: base × rate × Π.</summary>
    Multiplicative,
}

/// <summary>How the program's campaigns stack (R8).</summary>
public sealed record StackingPolicy
{
    public static readonly StackingPolicy Usual = new();

    /// <summary>The groups that stand at the top.</summary>
    public IReadOnlyList<StackingGroup> Groups { get; init; } = [];

    public PriceSeen ConditionsSee { get; init; } = PriceSeen.After;

    public PercentStacking Percents { get; init; } = PercentStacking.InTurn;

    public MultiplierStacking Multipliers { get; init; } = MultiplierStacking.Additive;

    /// <summary>Whether campaigns take more off lines that the till has discounted itself.</summary>
    public bool OnDiscountedLines { get; init; } = true;

    /// <summary>The deepest discount of a line in percent of its price, all discounts together; null for no cap.</summary>
    public decimal? LineDepthPercent { get; init; }

    /// <summary>The deepest discount of a receipt in percent, all discounts together; null for no cap.</summary>
    public decimal? ReceiptDepthPercent { get; init; }

    /// <summary>The margin in percent of the price that campaigns leave on the whole receipt; null for no floor.</summary>
    public decimal? MarginFloorPercent { get; init; }

    /// <summary>Usual margin in percent of the price before discounts, for lines without a cost; null where such lines have no floor.</summary>
    public decimal? GrossMarginPercent { get; init; }

    /// <summary>What campaigns leave to pay of a line for each unit: a fiscal receipt needs more than nothing.</summary>
    public Money MinimumUnitPrice { get; init; } = new(1);
}
