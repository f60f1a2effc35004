using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Tests.Domain.Receipts;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

/// <summary>A shop with campaigns for the tests of the engine: 5% points, no discounts of its own.</summary>
internal sealed record Shop(params RunningCampaign[] Campaigns)
{
    public StackingPolicy Policy { get; init; } = new() { MinimumUnitPrice = Money.Zero };

    public ProgramConditions Conditions { get; init; } = new();

    public MemberFacts? Member { get; init; } = Given.Member();

    public CampaignFacts Facts { get; init; } = new() { MemberId = 1 };

    public bool Trace { get; init; }

    public int PointDecimals { get; init; }

    /// <summary>A campaign for everybody under a key that is its name.</summary>
    public static RunningCampaign Campaign(string key, Reward reward, Condition? condition = null, int priority = 100, Func<CampaignTerms, CampaignTerms>? with = null)
    {
        var terms = new CampaignTerms
        {
            Audience = new CampaignAudience { Kind = AudienceKind.Everybody },
            Condition = condition ?? new AllOf(),
            Rewards = [reward],
            Stacking = new CampaignStacking { Priority = priority },
        };
        return new RunningCampaign(key, key, 3, with?.Invoke(terms) ?? terms);
    }

    public ReceiptDecision Sell(ReceiptDraft draft) => ReceiptEngine.Decide(
        draft, Given.Version(Conditions), Given.Moscow, PointDecimals, Member, new Promotions(new CampaignSet(Campaigns, Policy), Facts) { Trace = Trace });

    public ReceiptDecision Sell(params ReceiptDraftLine[] lines) => Sell(Given.Receipt(lines));
}

internal static class Sold
{
    public static OfferDecision Offer(this ReceiptDecision decision, string campaign) => Assert.Single(decision.Offers, o => o.Campaign == campaign);

    public static OfferOutcome? Outcome(this ReceiptDecision decision, string campaign) => decision.Offers.SingleOrDefault(o => o.Campaign == campaign)?.Outcome;

    public static bool Gave(this ReceiptDecision decision, string campaign) => decision.Outcome(campaign) == OfferOutcome.Applied;

    public static string? Why(this ReceiptDecision decision, string campaign) => decision.Offer(campaign).Why?.Code;

    public static decimal[] DiscountByLine(this ReceiptDecision decision) => [.. decision.Lines.Select(line => line.Discount.Amount)];

    public static long PointsOf(this ReceiptDecision decision, string campaign) => decision.Offer(campaign).Points.Value;
}
