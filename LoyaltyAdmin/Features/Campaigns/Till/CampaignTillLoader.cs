using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns.Till;

/// <summary>Reads, set-wise, what the running campaigns ask beside the receipts; nothing where none runs.</summary>
internal static class CampaignTillLoader
{
    public static async Task LoadAsync(LoyaltyDbContext db, CampaignsAtTill state, long[] members, CancellationToken ct)
    {
        if (state.Book.IsEmpty)
        {
            return;
        }

        // Totals are counted for every campaign; limits are asked of those that have some.
        (await db.CampaignTotals.AsNoTracking().ToListAsync(ct)).ForEach(state.Read);
        if (members.Length == 0)
        {
            return;
        }

        var needs = state.Book.Set.Needs;
        if (needs.HasFlag(CampaignNeeds.BirthDate))
        {
            var born = await db.Members.AsNoTracking().Where(m => EF.Parameter(members).Contains(m.Id) && m.BirthDate != null).Select(m => new { m.Id, m.BirthDate }).ToListAsync(ct);
            born.ForEach(m => state.MemberOf(m.Id).BirthDate = m.BirthDate);
        }

        if (needs.HasFlag(CampaignNeeds.Clubs))
        {
            var places = await db.ClubPlaces.AsNoTracking().Where(p => EF.Parameter(members).Contains(p.MemberId))
                .Join(db.Clubs, p => p.ClubId, c => c.Id, (p, c) => new { p.MemberId, c.Key, p.From, p.Until }).ToListAsync(ct);
            places.ForEach(p => state.MemberOf(p.MemberId).Clubs.Add(new(p.Key, p.From, p.Until)));
        }

        if (needs.HasFlag(CampaignNeeds.Plans))
        {
            var spans = await (
                from subscription in db.Subscriptions.AsNoTracking()
                where EF.Parameter(members).Contains(subscription.MemberId)
                join span in db.SubscriptionSpans on subscription.Id equals span.SubscriptionId
                where span.State <= SubscriptionState.Cancelled
                join plan in db.SubscriptionPlans on subscription.PlanId equals plan.Id
                select new { subscription.MemberId, plan.Key, span.From, span.Until }).ToListAsync(ct);
            spans.ForEach(s => state.MemberOf(s.MemberId).Plans.Add(new(s.Key, s.From, s.Until)));
        }

        if (needs.HasFlag(CampaignNeeds.Lists))
        {
            var lists = await db.AudienceListMembers.AsNoTracking().Where(l => EF.Parameter(members).Contains(l.MemberId))
                .Join(db.AudienceLists, l => l.ListId, a => a.Id, (l, a) => new { l.MemberId, a.Key }).ToListAsync(ct);
            lists.ForEach(l => state.MemberOf(l.MemberId).Lists.Add(l.Key));
        }

        if (needs.HasFlag(CampaignNeeds.Counters))
        {
            var names = state.Book.Ids.ToDictionary(i => i.Value, i => i.Key);
            var counters = await db.MemberCounters.AsNoTracking().Where(c => EF.Parameter(members).Contains(c.MemberId)).ToListAsync(ct);
            counters.ForEach(c => state.MemberOf(c.MemberId).Counters[new CounterKey(names[c.CampaignId], c.Counter, c.From)] = new CounterState(c.Total, c.Rewarded));
        }

        if (needs.HasFlag(CampaignNeeds.MemberUses))
        {
            var uses = await db.CampaignMemberDays.AsNoTracking().Where(d => EF.Parameter(members).Contains(d.MemberId)).ToListAsync(ct);
            uses.ForEach(d => state.MemberOf(d.MemberId).Uses[(d.CampaignId, d.Day)] = d.Uses);
        }
    }
}
