using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What one version of a campaign promises: for whom, when, on what conditions, what it gives and how much of it. Never changes.</summary>
public sealed record CampaignTerms
{
    /// <summary>The block of the budget that it is booked to; null for the one that follows from the audience.</summary>
    public BudgetBlock? Block { get; init; }

    public CampaignAudience Audience { get; init; } = new();

    public CampaignPeriod Period { get; init; } = new();

    /// <summary>What must hold; an empty <see cref="AllOf"/> always holds.</summary>
    public Condition Condition { get; init; } = new AllOf();

    /// <summary>What it gives, all of it.</summary>
    public IReadOnlyList<Reward> Rewards { get; init; } = [];

    public CampaignStacking Stacking { get; init; } = new();

    public CampaignLimits Limits { get; init; } = new();

    /// <summary>Life of the points that it gives.</summary>
    public CampaignCredit Credit { get; init; } = new();

    /// <summary>Share of the members who qualify and get nothing, to measure the effect: 0 to 50 (R10).</summary>
    public decimal ControlPercent { get; init; }

    public OnReturn OnReturn { get; init; } = OnReturn.Proportional;

    /// <summary>Key of the series whose coupon or promo code must be brought; null for none.</summary>
    public string? RequiresCode { get; init; }

    /// <summary>The block that it is booked to (R9).</summary>
    public BudgetBlock BookedTo => Block ?? (Audience.IsChosen ? BudgetBlock.Targeted : BudgetBlock.NonTargeted);
}
