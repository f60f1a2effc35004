using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>Above which a second person approves a campaign (R20). What is null is not asked.</summary>
public sealed record ApprovalLimits
{
    /// <summary>Discounts and promised money that it may give to all.</summary>
    public Money? MoneyBudget { get; init; } = Money.Of(100_000);

    /// <summary>Whole points that it may give to all.</summary>
    public decimal? PointsBudget { get; init; } = 100_000;

    /// <summary>The deepest percent off.</summary>
    public decimal? DiscountPercent { get; init; } = 30;

    /// <summary>Members who can have it.</summary>
    public int? Audience { get; init; }

    /// <summary>Why a second person is needed; empty where none is.</summary>
    /// <param name="terms">What the campaign promises.</param>
    /// <param name="audience">How many members can have it; null for everybody.</param>
    public IReadOnlyList<Rejection> Above(CampaignTerms terms, int? audience)
    {
        var above = new List<Rejection>();
        if (MoneyBudget is { } money && GivesMoney(terms) && !(terms.Limits.MoneyBudget <= money))
        {
            above.Add(terms.Limits.MoneyBudget is null ? new Rejection("Campaigns.AboveMoneyNone", money.Amount) : new Rejection("Campaigns.AboveMoney", money.Amount));
        }

        if (PointsBudget is { } points && GivesPoints(terms) && !(terms.Limits.PointsBudget <= points))
        {
            above.Add(terms.Limits.PointsBudget is null ? new Rejection("Campaigns.AbovePointsNone", points) : new Rejection("Campaigns.AbovePoints", points));
        }

        if (DiscountPercent is { } percent && Deepest(terms) is { } deepest && deepest > percent)
        {
            above.Add(new Rejection("Campaigns.AboveDepth", deepest, percent));
        }

        if (Audience is { } members && (audience is null || audience > members))
        {
            above.Add(new Rejection("Campaigns.AboveAudience", members));
        }

        return above;
    }

    /// <summary>Whether it can give points.</summary>
    public static bool GivesPoints(CampaignTerms terms) => terms.Rewards.Any(r => RewardCatalog.Of(r).KindOf(r) == RewardKind.Points);

    /// <summary>Whether it can give discounts or things that cost money.</summary>
    public static bool GivesMoney(CampaignTerms terms) =>
        terms.Rewards.Any(r => RewardCatalog.Of(r).KindOf(r) == RewardKind.Discount || r is IssueGiftCardReward);

    /// <summary>The deepest percent off of all that is told in percent; a good for nothing is 100.</summary>
    private static decimal? Deepest(CampaignTerms terms) => terms.Rewards.Max(reward => reward switch
    {
        DiscountPercentReward percent => percent.Percent,
        FreeItemsReward or GiftProductReward => 100m,
        _ => (decimal?)null,
    });
}
