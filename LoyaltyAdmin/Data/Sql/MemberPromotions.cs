using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Data.Sql;

/// <summary>What is summed up of campaigns for each member.</summary>
internal static class MemberPromotions
{
    /// <summary>Member, campaign, day; uses.</summary>
    public static readonly SummingTable Days = new(
        nameof(LoyaltyDbContext.CampaignMemberDays),
        [nameof(CampaignMemberDay.MemberId), nameof(CampaignMemberDay.CampaignId), nameof(CampaignMemberDay.Day)],
        [nameof(CampaignMemberDay.Uses)]);

    /// <summary>Member, campaign, counter, first day of its span; total and how often it was rewarded.</summary>
    public static readonly SummingTable Counters = new(
        nameof(LoyaltyDbContext.MemberCounters),
        [nameof(MemberCounter.MemberId), nameof(MemberCounter.CampaignId), nameof(MemberCounter.Counter), nameof(MemberCounter.From)],
        [nameof(MemberCounter.Total), nameof(MemberCounter.Rewarded)]);
}
