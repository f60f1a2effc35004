using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>
/// Gives what campaigns promised and what no till can give in the moment: levels for a time. Each promise once; a level that
/// the member has already, or a higher one, is not taken away.
/// </summary>
public sealed class CarryOutPromises(
    IDbContextFactory<LoyaltyDbContext> databases, GiveTier tiers, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>Key of the job that does it.</summary>
    public const string JobKey = "carry-out-promises";

    private const int PerBatch = 200;

    /// <summary>How many promises were carried out.</summary>
    public async Task<int> ExecuteAsync(Actor actor, JobProgress? progress, CancellationToken ct)
    {
        actor.Demand(Permission.JobsManage);
        var (done, after) = (0, 0L);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var waiting = await db.OpenPromises.AsNoTracking().Where(p => p.State == PromiseState.Waiting && p.Id > after && p.Kind == PromiseKind.Tier)
                .OrderBy(p => p.Id).Take(PerBatch).ToListAsync(ct);
            if (waiting.Count == 0)
            {
                return done;
            }

            after = waiting[^1].Id;
            foreach (var promise in waiting)
            {
                var (state, outcome) = await GiveAsync(db, actor, promise, ct);
                await db.OpenPromises.Where(p => p.Id == promise.Id && p.State == PromiseState.Waiting)
                    .ExecuteUpdateAsync(set => set.SetProperty(p => p.State, state).SetProperty(p => p.Outcome, outcome), ct);
                done += state == PromiseState.Done ? 1 : 0;
            }

            await (progress?.AddAsync(waiting.Count) ?? Task.CompletedTask);
        }
    }

    private async Task<(PromiseState State, string? Outcome)> GiveAsync(LoyaltyDbContext db, Actor actor, OpenPromise promise, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var timeline = await timelines.GetAsync(ct);
        if (TierRules.Of(timeline, now) is not { } rules || rules.Ladder.Find(promise.Key) is null)
        {
            return (PromiseState.Failed, "Tiers.LevelUnknown");
        }

        var member = await db.Members.AsNoTracking().Where(m => m.Id == promise.MemberId).Select(m => new { Id = m.MergedIntoId ?? m.Id, m.Status }).SingleOrDefaultAsync(ct);
        if (member is null || member.Status == MemberStatus.Blocked)
        {
            return (PromiseState.Failed, "Members.Blocked");
        }

        var place = await db.MemberTiers.AsNoTracking().Where(t => t.MemberId == member.Id).Select(t => new { t.Level, t.LockLevel, t.LockUntil }).SingleOrDefaultAsync(ct);
        var today = timeline.CalendarAt(now).DayOf(now);
        var held = place is { LockUntil: { } until } && until > today ? place.LockLevel : place?.Level;
        if (held is not null && rules.Ladder.PlaceOf(held) >= rules.Ladder.PlaceOf(promise.Key))
        {
            return (PromiseState.Done, "Tiers.HasIt");
        }

        var campaign = await db.Campaigns.Where(c => c.Id == promise.CampaignId).Select(c => c.Name).SingleAsync(ct);
        var rejection = await tiers.ExecuteAsync(
            actor, member.Id, promise.Key, today.AddDays(promise.Days - 1), string.Create(CultureInfo.InvariantCulture, $"{campaign} #{promise.ReceiptId}"), ct);
        return rejection is null ? (PromiseState.Done, null) : (PromiseState.Failed, rejection.Code);
    }
}
