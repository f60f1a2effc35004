using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What the maximum share payable by points is a share of.</summary>
public enum RedemptionCapBase
{
    /// <summary>The lines that points may pay.</summary>
    EligibleLines,

    /// <summary>All lines; the result still never exceeds the eligible ones.</summary>
    WholeReceipt,
}

/// <summary>How points pay for a purchase (R3).</summary>
public sealed record RedemptionConditions
{
    /// <summary>Whether points can pay at all.</summary>
    public bool Allowed { get; init; } = true;

    /// <summary>Units of currency that one point pays.</summary>
    public decimal PointValue { get; init; } = 1m;

    /// <summary>The largest part of the base that points may pay, in percent.</summary>
    public decimal MaximumSharePercent { get; init; } = 30m;

    public RedemptionCapBase CapBase { get; init; } = RedemptionCapBase.EligibleLines;

    /// <summary>The fewest points that can be spent at a time; zero for no minimum.</summary>
    public decimal MinimumPoints { get; init; }

    /// <summary>Points are spent in multiples of this; zero for the smallest part of a point.</summary>
    public decimal Step { get; init; }

    /// <summary>The most points that one receipt may spend; null for no cap.</summary>
    public decimal? MaximumPointsPerReceipt { get; init; }

    /// <summary>The most points that a receipt may spend whose till had no connection; zero for none (R19).</summary>
    public decimal OfflinePointsPerReceipt { get; init; }

    /// <summary>What must be paid in money on each receipt.</summary>
    public Money MinimumMoneyPart { get; init; } = Money.Zero;

    /// <summary>What must be left to pay of each line, for each unit sold: a fiscal receipt needs more than nothing.</summary>
    public Money MinimumUnitPrice { get; init; } = new(1);

    /// <summary>Goods that points cannot pay.</summary>
    public GoodsSet Excluded { get; init; } = GoodsSet.None;

    /// <summary>Whether lines with a discount can be paid by points.</summary>
    public bool OnDiscountedLines { get; init; } = true;
}
