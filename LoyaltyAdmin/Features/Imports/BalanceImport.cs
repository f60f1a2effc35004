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
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, ImportSource source, OpenBalances balances)
{
    public async Task RunAsync(ImportRun run, Actor actor, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        var decimals = (await timelines.GetAsync(ct)).Program.PointDecimals;
        var prefix = await KeyPrefixAsync(run, ct);
        await new RowImport(databases, source).RunAsync(
            run, journal, errors, cells => Read(cells, prefix, decimals), run.DryRun ? (rows, count, cancel) => RehearseAsync(rows, count, decimals, cancel) : WriteAsync, ct);

        async Task WriteAsync(IReadOnlyList<OpenBalances.Opening> openings, CountRows count, CancellationToken cancel) =>
            await balances.ExecuteAsync(
                actor, openings, (db, opened, token) => count(db, [.. opened.Select((o, i) => Outcome(o.Replayed, o.Rejection, openings[i], decimals))], token), cancel);
    }

    /// <summary>What the keys of a file's rows begin with. A file whose balances were undone can come again, under keys of its own.</summary>
    private async Task<string> KeyPrefixAsync(ImportRun run, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var undone = await db.Imports.CountAsync(
            r => r.FileHash == run.FileHash && r.Kind == ImportKind.Balances && r.Id < run.Id && !r.DryRun && r.Status == ImportStatus.Undone, ct);
        return PrefixOf(run.FileHash, undone);
    }

    /// <summary>The beginning of the keys of a file's balances, after so many times of undoing.</summary>
    public static string PrefixOf(string fileHash, int undone) =>
        BeginningOf(fileHash) + (undone == 0 ? ":" : string.Create(CultureInfo.InvariantCulture, $"~{undone}:"));

    /// <summary>What all keys of a file's balances begin with.</summary>
    public static string BeginningOf(string fileHash) => $"opening:{fileHash[..16]}";

    private static RowOutcome Outcome(bool replayed, Rejection? rejection, OpenBalances.Opening opening, int decimals) =>
        new(replayed, rejection) { Points = replayed || rejection is not null ? 0 : PointsScale.ToParts(opening.Points, decimals).Value };

    private static OpenBalances.Opening? Read(RowCells cells, string prefix, int decimals)
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
            string.Create(CultureInfo.InvariantCulture, $"{prefix}{cells.Row}"), member!, PointsScale.ToPoints(new Points(points!.Value), decimals), activatesAt, expiresAt);
    }

    private async Task RehearseAsync(IReadOnlyList<OpenBalances.Opening> openings, CountRows count, int decimals, CancellationToken ct)
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
                    ? Outcome(known.Contains(o.OperationId), null, o, decimals)
                    : new RowOutcome(false, new Rejection("Members.Unknown", o.Member))),
            ],
            ct);
    }
}
