using LoyaltyAdmin.Domain.Receipts;

namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>One level of a ladder with what it gives. What is not set is as in the main scheme.</summary>
public sealed record TierLevel
{
    /// <summary>Tells levels apart through all versions of the ladder; a renamed level is the same level.</summary>
    public required string Key { get; init; }

    /// <summary>As customers know it.</summary>
    public required string Name { get; init; }

    /// <summary>What the metric must reach: units of currency, points or visits. The lowest level begins at zero.</summary>
    public decimal Threshold { get; init; }

    /// <summary>Percent of the base, or points for each full step, in place of the main scheme's; null for that.</summary>
    public decimal? AccrualRate { get; init; }

    /// <summary>Discount at the till in percent; null for that of the main scheme.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>The largest part of a receipt that points may pay, in percent; null for that of the main scheme.</summary>
    public decimal? MaximumSharePercent { get; init; }

    /// <summary>What else it gives, in words for customers and cashiers.</summary>
    public string Privileges { get; init; } = "";

    /// <summary>What it changes for purchases.</summary>
    public MemberPrivilege ToPrivilege() => new(Name)
    {
        AccrualRate = AccrualRate,
        DiscountPercent = DiscountPercent,
        MaximumSharePercent = MaximumSharePercent,
    };
}
