namespace LoyaltyAdmin.Domain.Programs;

/// <summary>The discount that every member has at the till, whatever is on offer beside it. A tier may give its own in its place.</summary>
public sealed record DiscountConditions
{
    /// <summary>Share of the price in percent; zero for none.</summary>
    public decimal Percent { get; init; }

    /// <summary>Whether it also applies to lines that come with a discount already.</summary>
    public bool OnDiscountedLines { get; init; }

    /// <summary>Goods without it.</summary>
    public GoodsSet Excluded { get; init; } = GoodsSet.None;
}
