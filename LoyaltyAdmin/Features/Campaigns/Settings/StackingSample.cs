using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Campaigns.Settings;

/// <summary>What three campaigns, 5 off, 10% off and 30% off, leave of a receipt of 100 under a policy: decided by the engine of the tills.</summary>
public static class StackingSample
{
    /// <summary>The sum of the receipt.</summary>
    public const decimal Sum = 100m;

    private static readonly (string Key, Reward Reward, int Priority)[] Campaigns =
    [
        ("five", new DiscountSumReward { Amount = 5m, On = RewardTarget.Whole }, 1),
        ("ten", new DiscountPercentReward { Percent = 10m, On = RewardTarget.Whole }, 2),
        ("thirty", new DiscountPercentReward { Percent = 30m, On = RewardTarget.Whole }, 3),
    ];

    /// <summary>What is paid, and which campaigns were given.</summary>
    /// <param name="Paid">In units of currency.</param>
    /// <param name="Given">Keys: five, ten, thirty.</param>
    public sealed record Outcome(decimal Paid, IReadOnlyList<string> Given);

    /// <summary>The three in one group, or in none.</summary>
    /// <param name="policy">How campaigns stack.</param>
    /// <param name="group">Key of the group; null for none.</param>
    /// <param name="version">Conditions of the program.</param>
    /// <param name="calendar">Of the program.</param>
    /// <param name="now">The time of the receipt.</param>
    public static Outcome Of(StackingPolicy policy, string? group, ProgramVersion version, ProgramCalendar calendar, DateTime now)
    {
        var running = Campaigns.Select(c => new RunningCampaign(c.Key, c.Key, 1, new CampaignTerms
        {
            Audience = new CampaignAudience { Kind = AudienceKind.Everybody },
            Rewards = [c.Reward],
            Stacking = new CampaignStacking { Group = group, Priority = c.Priority },
        }));
        var draft = new ReceiptDraft
        {
            OccurredAt = now,
            Lines = [new ReceiptDraftLine { Line = 1, Sku = "sample", Name = "sample", Quantity = Quantity.Of(1m), Gross = Money.Of(Sum) }],
        };
        var decision = ReceiptEngine.Decide(draft, version, calendar, 0, null, new Promotions(new CampaignSet(running, policy), CampaignFacts.Nobody));
        return new Outcome(Sum - decision.Discount.Amount, [.. decision.Offers.Where(o => o.Outcome == OfferOutcome.Applied).Select(o => o.Campaign)]);
    }
}
