using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Brings opening balances in: each row becomes a lot. The same row of the same file is the same balance.</summary>
internal sealed class BalanceImport(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, ImportFolder folder, OpenBalances balances)
{
    public async Task RunAsync(ImportRun run, Actor actor, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        var decimals = (await timelines.GetAsync(ct)).Program.PointDecimals;
        await new RowImport(databases, timelines, folder).RunAsync(
            run, journal, errors, cells => Read(cells, run.FileHash, decimals), run.DryRun ? RehearseAsync : WriteAsync, ct);

        async Task WriteAsync(IReadOnlyList<OpenBalances.Opening> openings, CountRows count, CancellationToken cancel) =>
            await balances.ExecuteAsync(
                actor, openings, (db, opened, token) => count(db, [.. opened.Select(o => new RowOutcome(o.Replayed, o.Rejection))], token), cancel);
    }

    private static OpenBalances.Opening? Read(RowCells cells, string fileHash, int decimals)
    {
        var member = cells.Text(ImportField.Member, LoyaltyDbContext.KeyLength);
        cells.Demand(ImportField.Member, member is not null);
        var points = cells.Number(ImportField.Points, decimals);
        cells.Demand(ImportField.Points, points is not null);
        var activatesAt = cells.Instant(ImportField.ActivatesAt);
        var expiresAt = cells.Instant(ImportField.ExpiresAt);
        if (points <= 0)
        {
            cells.Refuse(new Rejection("Imports.PointsNotPositive"));
        }

        if (expiresAt <= activatesAt)
        {
            cells.Refuse(new Rejection("Imports.ExpiresBeforeActive"));
        }

        return cells.Problem is not null ? null : new OpenBalances.Opening(
            string.Create(CultureInfo.InvariantCulture, $"opening:{fileHash.AsSpan(0, 16)}:{cells.Row}"), member!, PointsScale.ToPoints(new Points(points!.Value), decimals), activatesAt, expiresAt);
    }

    private async Task RehearseAsync(IReadOnlyList<OpenBalances.Opening> openings, CountRows count, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var names = openings.Select(o => o.Member).Distinct().ToArray();
        string?[] keys = [.. openings.Select(o => o.OperationId)];
        var members = (await db.Members.Where(m => EF.Parameter(names).Contains(m.ExternalId)).Select(m => m.ExternalId!).ToListAsync(ct)).ToHashSet();
        var known = (await db.LedgerEntries.Where(e => EF.Parameter(keys).Contains(e.OperationId)).Select(e => e.OperationId!).ToListAsync(ct)).ToHashSet();
        await count(
            db,
            [
                .. openings.Select(o => members.Contains(o.Member)
                    ? new RowOutcome(known.Contains(o.OperationId), null)
                    : new RowOutcome(false, new Rejection("Members.Unknown", o.Member))),
            ],
            ct);
    }
}
