using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>What pages show of partners.</summary>
public sealed class PartnerQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>All partners that the filter finds, by name: they are few.</summary>
    public async Task<IReadOnlyList<PartnerRow>> ListAsync(Actor actor, PartnerFilter filter, CancellationToken ct)
    {
        actor.Demand(Permission.PartnersView);
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var calendar = timeline.CalendarAt(now);
        var today = calendar.DayOf(now);
        var month = calendar.StartOf(new DateOnly(today.Year, today.Month, 1));
        await using var db = await databases.CreateDbContextAsync(ct);
        var partners = await db.Partners.AsNoTracking().Where(p => filter.State == null || p.State == filter.State).OrderBy(p => p.Name).ThenBy(p => p.Id).ToListAsync(ct);
        var terms = (await db.PartnerTerms.AsNoTracking().ToListAsync(ct)).ToDictionary(t => t.Id);

        // Partner by partner, so that the index of each one's operations is used and the years before are passed by.
        var ofMonth = new Dictionary<int, SettlementSums>();
        foreach (var id in partners.Select(p => p.Id))
        {
            var since = await SettlementSource.SumAsync(db.PartnerOperations.Where(o => o.PartnerId == id && o.RecordedAt >= month), ct);
            ofMonth[id] = since.Aggregate(default(SettlementSums), (sum, s) => sum + s.Sums);
        }

        var open = (await SettlementSource.SumAsync(db.PartnerOperations.Where(o => o.SettlementId == null), ct)).ToLookup(s => s.PartnerId);
        var adjustments = (await db.SettlementAdjustments.Where(a => a.SettlementId == null)
            .GroupBy(a => a.PartnerId).Select(g => new { g.Key, Sum = g.Sum(a => a.AmountMinor) }).ToListAsync(ct)).ToDictionary(a => a.Key, a => a.Sum);
        return [.. partners.Select(p => new PartnerRow
        {
            Partner = p,
            Terms = PartnerTerms.InForceAt(terms.Values.Where(t => t.PartnerId == p.Id), now),
            Month = ofMonth[p.Id],
            Open = SettlementTotals.Of(
                open[p.Id].Select(s => SettlementMath.Line(0, s.TermsId, s.Sums, terms[s.TermsId].Conditions, timeline.Program.PointDecimals)),
                0,
                adjustments.GetValueOrDefault(p.Id)).Payable,
        })];
    }

    /// <summary>One partner with its terms, keys and what is open; null where there is none.</summary>
    public async Task<PartnerDetails?> DetailsAsync(Actor actor, int id, CancellationToken ct)
    {
        actor.Demand(Permission.PartnersView);
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } partner)
        {
            return null;
        }

        var terms = await db.PartnerTerms.AsNoTracking().Where(t => t.PartnerId == id).OrderByDescending(t => t.From).ThenByDescending(t => t.Id).ToListAsync(ct);
        var byId = terms.ToDictionary(t => t.Id);
        var sums = await SettlementSource.SumAsync(SettlementSource.Open(db, id, DateTime.MaxValue), ct);
        var adjustments = await db.SettlementAdjustments.AsNoTracking().Where(a => a.PartnerId == id && a.SettlementId == null).OrderBy(a => a.Id).ToListAsync(ct);
        var keys = await db.ApiKeys.AsNoTracking().Where(k => k.PartnerId == id).OrderBy(k => k.RevokedAt != null).ThenByDescending(k => k.Id)
            .Select(k => new PartnerKey(k.Id, k.Name, k.Prefix, k.CreatedAt, k.RevokedAt)).ToListAsync(ct);
        var today = timeline.CalendarAt(now).DayOf(now);
        var settledTo = await db.Settlements.Where(s => s.PartnerId == id && s.Status == SettlementStatus.Closed).MaxAsync(s => (DateOnly?)s.To, ct);
        var begun = terms.Count == 0 ? today : timeline.CalendarAt(now).DayOf(terms[^1].From);
        return new PartnerDetails
        {
            Partner = partner,
            Terms = terms,
            Current = PartnerTerms.InForceAt(terms, now),
            Keys = keys,
            Lines = [.. sums.Select(s => SettlementMath.Line(0, s.TermsId, s.Sums, byId[s.TermsId].Conditions, timeline.Program.PointDecimals))],
            Adjustments = adjustments,
            DraftId = await db.Settlements.Where(s => s.PartnerId == id && s.Status == SettlementStatus.Draft).Select(s => (int?)s.Id).SingleOrDefaultAsync(ct),
            NextFrom = settledTo ?? begun,
            Today = today,
        };
    }
}
