namespace LoyaltyAdmin.Features.Programs.Economics;

/// <summary>What the shop's own data say of the scheme's economics; null where they do not say it. Shares are between 0 and 1.</summary>
public sealed record ShopFigures
{
    /// <summary>Gross margin of what members and others bought lately, by the margins of the goods.</summary>
    public decimal? Margin { get; init; }

    /// <summary>Share of points spent, of those that have had their whole life.</summary>
    public decimal? Redeemed { get; init; }

    /// <summary>The days on which those points were issued.</summary>
    public (DateOnly From, DateOnly To) Settled { get; init; }

    /// <summary>What members bought for in the last twelve months, in units of currency.</summary>
    public decimal? YearlySales { get; init; }

    /// <summary>Whether the year is reckoned from fewer days.</summary>
    public bool IsReckoned { get; init; }

    /// <summary>Sum of a purchase of members, in units of currency.</summary>
    public decimal? AverageCheck { get; init; }

    /// <summary>The margin that people have said.</summary>
    public decimal? AssumedMargin { get; init; }

    /// <summary>The share of points spent that people have said.</summary>
    public decimal? AssumedRedeemed { get; init; }
}
