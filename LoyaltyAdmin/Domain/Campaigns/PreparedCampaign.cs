using System.Collections.Frozen;
using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>A campaign made ready to decide receipts, for all threads.</summary>
public sealed class PreparedCampaign
{
    private readonly FrozenSet<string> audience;

    public PreparedCampaign(RunningCampaign campaign)
    {
        Campaign = campaign;
        var terms = campaign.Terms;
        (Test, Needs) = (ConditionTree.Prepare(terms.Condition), NeedsOf(terms));
        audience = terms.Audience.Keys.ToFrozenSet(StringComparer.Ordinal);
        var onAllGoods = !ConditionTree.FindsGoods(terms.Condition);
        var byCode = terms.RequiresCode is not null || ConditionTree.Leaves(terms.Condition).Any(leaf => leaf is Conditions.CodeCondition);
        Rewards = [.. terms.Rewards.Select(reward => new PreparedReward(reward, RewardCatalog.Of(reward), onAllGoods, byCode))];
        Phase = Rewards.Count == 0 ? ReceiptPhase.Accrual : Rewards.Min(r => r.Phase);
        NeedsMember = terms.Audience.Kind != AudienceKind.Everybody
            || terms.Limits.PerMember is not null || terms.Limits.PerMemberInFrame.Count > 0 || Rewards.Any(r => r.Mechanic.NeedsMember);
        Requirement = ConditionTree.Require(terms.Condition);
    }

    public RunningCampaign Campaign { get; }

    public string Key => Campaign.Key;

    public CampaignTerms Terms => Campaign.Terms;

    public ConditionTest Test { get; }

    public CampaignNeeds Needs { get; }

    public IReadOnlyList<PreparedReward> Rewards { get; }

    /// <summary>The earliest stage at which it gives something.</summary>
    public ReceiptPhase Phase { get; }

    /// <summary>The latest stage at which all that it gives can still be given.</summary>
    public ReceiptPhase LatestPhase => LatestOf(Terms);

    /// <summary>Whether only members can have it.</summary>
    public bool NeedsMember { get; }

    /// <summary>What a receipt must have at least.</summary>
    public Requirement Requirement { get; }

    /// <summary>Whether this version decides at an instant, and the campaign runs then.</summary>
    public bool RunsAt(DateTime at, DateTime local) => at >= Campaign.From && at < Campaign.Until && Terms.Period.Contains(local);

    /// <summary>Whether the purchase is by one of those whom it is for.</summary>
    public bool IsFor(Purchase purchase)
    {
        var facts = purchase.Facts;
        return Terms.Audience.Kind switch
        {
            AudienceKind.Everybody => true,
            AudienceKind.Members => purchase.Member is not null,
            AudienceKind.Tiers => facts.Tier is { } tier && audience.Contains(tier),
            AudienceKind.Clubs => facts.Clubs.Any(audience.Contains),
            AudienceKind.Plans => facts.Plans.Any(audience.Contains),
            AudienceKind.Lists => facts.Lists.Any(audience.Contains),
            _ => facts.Segments.Any(audience.Contains),
        };
    }

    /// <summary>The latest stage at which all that terms give can still be given.</summary>
    internal static ReceiptPhase LatestOf(CampaignTerms terms) => terms.Rewards.Select(r => RewardCatalog.Of(r).KindOf(r) switch
    {
        RewardKind.Discount => ReceiptPhase.Coupon,
        RewardKind.Redemption => ReceiptPhase.Points,
        _ => ReceiptPhase.Accrual,
    }).DefaultIfEmpty(ReceiptPhase.Accrual).Min();

    private static CampaignNeeds NeedsOf(CampaignTerms terms)
    {
        var needs = ConditionTree.Needs(terms.Condition) | terms.Audience.Kind switch
        {
            AudienceKind.Tiers => CampaignNeeds.Tier,
            AudienceKind.Clubs => CampaignNeeds.Clubs,
            AudienceKind.Plans => CampaignNeeds.Plans,
            AudienceKind.Lists => CampaignNeeds.Lists,
            AudienceKind.Segments => CampaignNeeds.Segments,
            _ => CampaignNeeds.None,
        };
        var limits = terms.Limits;
        if (terms.RequiresCode is not null)
        {
            needs |= CampaignNeeds.Codes;
        }

        if (limits.PerMember is not null || limits.PerMemberInFrame.Count > 0)
        {
            needs |= CampaignNeeds.MemberUses;
        }

        if (limits.Total is not null || limits.PointsBudget is not null || limits.MoneyBudget is not null)
        {
            needs |= CampaignNeeds.Budgets;
        }

        return terms.BookedTo == Ledger.BudgetBlock.Targeted ? needs | CampaignNeeds.ProgramControl : needs;
    }
}
