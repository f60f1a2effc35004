using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What undoing an import took away, in the order in which it had been posted.</summary>
public sealed class UndoneQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>A page of it.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see imports.</exception>
    public async Task<Page<UndoneRow>> ListAsync(Actor actor, int importId, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var total = await db.UndoneReceipts.CountAsync(r => r.ImportId == importId, ct);
        return new Page<UndoneRow>(total == 0 ? [] : await Of(db, importId).Skip(page.Skip).Take(page.Take).ToListAsync(ct), total);
    }

    /// <summary>All of it, read as it is asked for.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see imports.</exception>
    public async IAsyncEnumerable<UndoneRow> StreamAsync(Actor actor, int importId, [EnumeratorCancellation] CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        await foreach (var row in Of(db, importId).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return row;
        }
    }

    private static IQueryable<UndoneRow> Of(LoyaltyDbContext db, int importId) => db.UndoneReceipts
        .Where(r => r.ImportId == importId)
        .OrderBy(r => r.Id).ThenBy(r => r.IsReturn)
        .Select(r => new UndoneRow(
            r.Id, r.IsReturn, r.Key, r.OccurredAt, r.MemberId, r.Store,
            r.IsReturn ? -r.Net.Minor : r.Net.Minor, r.IsReturn ? -r.Points.Value : r.Points.Value));
}
