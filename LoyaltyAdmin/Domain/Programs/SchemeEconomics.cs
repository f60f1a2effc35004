namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What a scheme costs a shop and how much more the shop must sell for it to pay (R15). Shares are between 0 and 1.</summary>
/// <param name="AccrualShare">Worth of the points that a purchase earns, as a share of its sum.</param>
/// <param name="Redeemed">Share of the points that is ever spent.</param>
/// <param name="Margin">Gross margin as a share of sales.</param>
public sealed record SchemeEconomics(decimal AccrualShare, decimal Redeemed, decimal Margin)
{
    /// <summary>The part of the price that members are let off at once, whether they come back or not.</summary>
    public decimal DiscountShare { get; init; }

    /// <summary>What a unit of sales costs: the discount whole, points as far as they are spent.</summary>
    public decimal Cost => DiscountShare + BreakEven.Cost(AccrualShare * (1m - DiscountShare), Redeemed);

    /// <summary>The least growth of sales that pays for it; null when none does.</summary>
    public decimal? Uplift => BreakEven.Uplift(Cost, Margin);

    /// <summary>What it costs in a year in which members buy for so much, in the same money.</summary>
    public decimal CostOf(decimal yearlySales) => yearlySales * Cost;

    /// <summary>How many more purchases a month, each of an average sum, pay for it; null when none do.</summary>
    /// <param name="yearlySales">What members buy for in a year.</param>
    /// <param name="averageCheck">Sum of an ordinary purchase, above 0.</param>
    public decimal? MorePurchasesAMonth(decimal yearlySales, decimal averageCheck) =>
        Uplift is { } uplift && averageCheck > 0 ? decimal.Ceiling(yearlySales * uplift / averageCheck / 12m) : null;
}
