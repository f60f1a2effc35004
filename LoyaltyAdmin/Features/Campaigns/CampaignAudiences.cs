using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>Something that campaigns name by a key.</summary>
public sealed record NamedKey(string Key, string Name);

/// <summary>All that campaigns can name by a key.</summary>
public sealed record CampaignKeys
{
    public required IReadOnlyList<NamedKey> Tiers { get; init; }

    public required IReadOnlyList<NamedKey> Clubs { get; init; }

    public required IReadOnlyList<NamedKey> Plans { get; init; }

    public required IReadOnlyList<NamedKey> Lists { get; init; }

    /// <summary>Series of coupons and promo codes.</summary>
    public required IReadOnlyList<NamedKey> Coupons { get; init; }

    /// <summary>Series of virtual gift cards, by number.</summary>
    public required IReadOnlyList<NamedKey> GiftCards { get; init; }

    /// <summary>The keys of an audience.</summary>
    public IReadOnlyList<NamedKey> Of(AudienceKind kind) => kind switch
    {
        AudienceKind.Tiers => Tiers,
        AudienceKind.Clubs => Clubs,
        AudienceKind.Plans => Plans,
        AudienceKind.Lists => Lists,
        _ => [],
    };
}

/// <summary>Whom a campaign reaches, and whether what it names is there.</summary>
public sealed class CampaignAudiences(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private static readonly (IReadOnlyList<NamedKey> Known, IEnumerable<string> Keys, string Field) Nothing = ([], [], "");

    /// <summary>What campaigns can name.</summary>
    public async Task<CampaignKeys> KeysAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await KeysAsync(db, ct);
    }

    /// <summary>How many members an audience has now; everybody is all members.</summary>
    public async Task<int> SizeAsync(Actor actor, CampaignAudience audience, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Members(db, audience).CountAsync(ct);
    }

    /// <summary>The first thing that terms name and that is not there; null for none.</summary>
    internal async Task<Rejection?> MissingAsync(LoyaltyDbContext db, CampaignTerms terms, CancellationToken ct)
    {
        var keys = await KeysAsync(db, ct);
        var wanted = new List<(IReadOnlyList<NamedKey> Known, IEnumerable<string> Keys, string Field)> { (keys.Of(terms.Audience.Kind), terms.Audience.Keys, "audience") };
        if (terms.RequiresCode is { } code)
        {
            wanted.Add((keys.Coupons, [code], "code"));
        }

        wanted.AddRange(ConditionTree.Leaves(terms.Condition).Select(condition => condition switch
        {
            TierCondition tier => (keys.Tiers, tier.Tiers, "condition"),
            ClubCondition club => (keys.Clubs, club.Clubs, "condition"),
            PlanCondition plan => (keys.Plans, plan.Plans, "condition"),
            PersonalListCondition list => (keys.Lists, list.Lists, "condition"),
            CodeCondition named => (keys.Coupons, [named.Series], "condition"),
            _ => Nothing,
        }));
        wanted.AddRange(terms.Rewards.Select(reward => reward switch
        {
            IssueCouponReward coupon => (keys.Coupons, [coupon.Series], "rewards"),
            IssueGiftCardReward card => (keys.GiftCards, [card.Series], "rewards"),
            TierForTimeReward tier => (keys.Tiers, [tier.Tier], "rewards"),
            _ => Nothing,
        }));
        return wanted.SelectMany(w => w.Keys.Where(key => w.Known.All(k => k.Key != key)).Select(key => new Rejection("Campaigns.KeyMissing", key) { Field = w.Field })).FirstOrDefault();
    }

    /// <summary>How campaigns stack now.</summary>
    internal static async Task<StackingPolicy> PolicyAsync(LoyaltyDbContext db, CancellationToken ct) =>
        (await db.PromotionSettings.AsNoTracking().SingleOrDefaultAsync(ct))?.Policy ?? StackingPolicy.Usual;

    /// <summary>Why a second person must approve terms.</summary>
    internal async Task<IReadOnlyList<Rejection>> AboveLimitsAsync(LoyaltyDbContext db, CampaignTerms terms, CancellationToken ct)
    {
        var limits = (await db.PromotionSettings.AsNoTracking().SingleOrDefaultAsync(ct) ?? new PromotionSettings()).Approval;
        int? size = limits.Audience is null || terms.Audience.Kind == AudienceKind.Everybody ? null : await Members(db, terms.Audience).CountAsync(ct);
        return limits.Above(terms, size);
    }

    private IQueryable<Member> Members(LoyaltyDbContext db, CampaignAudience audience)
    {
        var (now, keys) = (clock.UtcNow, audience.Keys.ToArray());
        var members = db.Members.AsNoTracking().Where(m => m.Status == MemberStatus.Active);
        return audience.Kind switch
        {
            AudienceKind.Tiers => members.Where(m => db.MemberTiers.Any(t => t.MemberId == m.Id && EF.Parameter(keys).Contains(t.Level))),
            AudienceKind.Clubs => members.Where(m => db.ClubPlaces.Any(p => p.MemberId == m.Id && p.IsOpen && p.Until > now && db.Clubs.Any(c => c.Id == p.ClubId && EF.Parameter(keys).Contains(c.Key)))),
            AudienceKind.Plans => members.Where(m => db.Subscriptions.Any(s => s.MemberId == m.Id && db.SubscriptionPlans.Any(p => p.Id == s.PlanId && EF.Parameter(keys).Contains(p.Key))
                && db.SubscriptionSpans.Any(x => x.SubscriptionId == s.Id && x.State <= SubscriptionState.Cancelled && x.From <= now && x.Until > now))),
            AudienceKind.Lists => members.Where(m => db.AudienceListMembers.Any(l => l.MemberId == m.Id && db.AudienceLists.Any(a => a.Id == l.ListId && EF.Parameter(keys).Contains(a.Key)))),
            _ => members,
        };
    }

    private async Task<CampaignKeys> KeysAsync(LoyaltyDbContext db, CancellationToken ct) => new()
    {
        Tiers = [.. (await timelines.GetAsync(ct)).InForceAt(clock.UtcNow).Conditions.Tiers.Ladder.Levels.Select(l => new NamedKey(l.Key, l.Name))],
        Clubs = await db.Clubs.OrderBy(c => c.Name).Select(c => new NamedKey(c.Key, c.Name)).ToListAsync(ct),
        Plans = await db.SubscriptionPlans.OrderBy(p => p.Name).Select(p => new NamedKey(p.Key, p.Name)).ToListAsync(ct),
        Lists = await db.AudienceLists.OrderBy(l => l.Name).Select(l => new NamedKey(l.Key, l.Name)).ToListAsync(ct),
        Coupons = await db.CouponSeries.Where(s => !s.IsStopped).OrderBy(s => s.Name).Select(s => new NamedKey(s.Key, s.Name)).ToListAsync(ct),
        GiftCards = [.. (await db.GiftCardSeries.Where(s => s.IsVirtual).OrderBy(s => s.Name).Select(s => new { s.Id, s.Name }).ToListAsync(ct))
            .Select(s => new NamedKey(s.Id.ToString(CultureInfo.InvariantCulture), s.Name))],
    };
}
