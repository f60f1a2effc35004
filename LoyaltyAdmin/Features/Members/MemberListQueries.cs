using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>
/// Lists of members. Finds the identifiers of a page first, from the one table or index that the filter and the order
/// need, then reads those few rows: a million members are never joined to their accounts to show fifty.
/// </summary>
public sealed class MemberListQueries(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>A search that finds more says only that there are more: to count them all takes longer than to show the first.</summary>
    public const int MostFound = 10_000;

    /// <summary>Of more members the available points are not summed up: all their accounts would be read for it.</summary>
    public const int MostSummed = 100_000;

    private const int ExportBatch = 500;

    /// <summary>A page, with the contacts as the actor may see them.</summary>
    public async Task<MemberList> ListAsync(Actor actor, MemberFilter filter, MemberOrder order, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await ScopeAsync(db, filter, ct);
        var ids = await found.Sorted(order).Skip(page.Skip).Take(page.Take).ToListAsync(ct);

        // A page that is not full tells the total by itself, and spares the second reading of a rare search.
        var total = ids.Count < page.Take && (ids.Count > 0 || page.Skip == 0) ? page.Skip + ids.Count
            : filter.Search is null ? await found.CountAsync(ct)
            : await found.CountAsync(MostFound + 1, ct);
        var rows = await ReadAsync(db, actor, ids, ct);
        if (filter.Search is not null && total > MostFound)
        {
            return new MemberList(rows, Math.Max(MostFound, page.Skip + ids.Count), Available: null) { IsCut = true };
        }

        long? available = rows.Count == total ? rows.Sum(row => row.Available.Value)
            : total <= MostSummed && found.IsServed ? await found.AvailableAsync(ct)
            : null;
        return new MemberList(rows, total, available);
    }

    /// <summary>All that the filter finds, read in batches: only their identifiers are in memory at once.</summary>
    public async IAsyncEnumerable<MemberRow> StreamAsync(
        Actor actor, MemberFilter filter, MemberOrder order, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = await (await ScopeAsync(db, filter, ct)).Sorted(order).ToListAsync(ct);
        foreach (var batch in ids.Chunk(ExportBatch))
        {
            foreach (var row in await ReadAsync(db, actor, batch, ct))
            {
                yield return row;
            }
        }
    }

    private async Task<MemberScope> ScopeAsync(LoyaltyDbContext db, MemberFilter filter, CancellationToken ct)
    {
        var timeline = await timelines.GetAsync(ct);
        var country = filter.Search is null ? "" : PhoneNumber.CountryOf(timeline.InForceAt(clock.UtcNow).Conditions.Currency);
        return await MemberScope.OfAsync(db, sql, filter, country, TierRules.Of(timeline, clock.UtcNow), timeline.CalendarAt(clock.UtcNow).DayOf(clock.UtcNow), ct);
    }

    private async Task<IReadOnlyList<MemberRow>> ReadAsync(LoyaltyDbContext db, Actor actor, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var rules = TierRules.Of(await timelines.GetAsync(ct), clock.UtcNow);
        var standing = rules is null
            ? []
            : await db.MemberTiers.Where(t => ids.Contains(t.MemberId)).LevelsOn(rules.Calendar.DayOf(clock.UtcNow)).ToDictionaryAsync(t => t.MemberId, t => t.Level, ct);
        var rows = await db.Members.AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .Join(db.Accounts, m => m.Id, a => a.MemberId, (m, a) => new MemberRow
            {
                Id = m.Id,
                ExternalId = m.ExternalId,
                FirstName = m.FirstName,
                LastName = m.LastName,
                Phone = m.Phone,
                Email = m.Email,
                Card = db.Cards.Where(c => c.MemberId == m.Id && c.Status == CardStatus.Active).OrderBy(c => c.Id).Select(c => c.Number).FirstOrDefault(),
                Status = m.Status,
                JoinedOn = m.JoinedOn,
                Available = a.Available,
                LastReceiptOn = a.LastReceiptOn,
                Receipts = a.Receipts,
                NetRevenueMinor = a.NetRevenueMinor,
            })
            .ToDictionaryAsync(row => row.Id, ct);
        MemberRow Named(MemberRow row) => rules is null
            ? row
            : row with { Tier = (rules.Ladder.Find(standing.GetValueOrDefault(row.Id)) ?? rules.Ladder.Levels[0]).Name };
        return [.. ids.Where(rows.ContainsKey).Select(id => Named(rows[id]).For(actor))];
    }
}
