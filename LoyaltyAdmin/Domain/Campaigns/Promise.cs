using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What kind of thing a campaign promises beside discounts and points.</summary>
public enum PromiseKind
{
    /// <summary>A good to be handed out.</summary>
    GiftProduct,

    /// <summary>Codes of a series.</summary>
    Coupon,

    /// <summary>A gift card of a series.</summary>
    GiftCard,

    /// <summary>A level for a time.</summary>
    Tier,

    /// <summary>Chances in a prize draw.</summary>
    Chances,
}

/// <summary>What posting carries out for a campaign.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Campaign">Key of the campaign.</param>
/// <param name="Key">Of the good, series, level or draw.</param>
public sealed record Promise(PromiseKind Kind, string Campaign, string Key)
{
    /// <summary>How many of it.</summary>
    public int Count { get; init; } = 1;

    /// <summary>Value of each, where it has one in money.</summary>
    public Money Amount { get; init; }

    /// <summary>For how many days; 0 where it has its own term.</summary>
    public int Days { get; init; }
}
