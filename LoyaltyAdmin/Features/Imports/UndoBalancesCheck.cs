using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What an import of opening balances has brought, and what was built on it since.</summary>
internal static class UndoBalancesCheck
{
    private const int Samples = 5;

    public static async Task<UndoPreview> RunAsync(LoyaltyDbContext db, ImportRun run, CancellationToken ct)
    {
        var lots = Lots(db, run);
        var touched = lots.Where(l => l.Lot.Amount.Value != l.Lot.Remaining.Value + l.Lot.Expired.Value || l.Lot.Held.Value > 0);
        var samples = await touched.OrderBy(l => l.Lot.Id).Take(Samples).Select(l => l.Member).ToListAsync(ct);
        return new UndoPreview
        {
            Balances = await lots.CountAsync(ct),
            Points = await lots.SumAsync(l => l.Lot.Amount.Value, ct),
            Obstacles = samples.Count == 0 ? [] : [new UndoObstacle("Undo.BalanceUsed", await touched.CountAsync(ct), [.. samples.Select(s => s ?? "?")])],
        };
    }

    /// <summary>The lots that the import opened and that were not taken back yet, with the external ids of their members.</summary>
    public static IQueryable<Opened> Lots(LoyaltyDbContext db, ImportRun run)
    {
        var beginning = BalanceImport.BeginningOf(run.FileHash);
        var (began, ended) = (run.StartedAt ?? run.CreatedAt, run.FinishedAt ?? DateTime.MaxValue);
        return
            from entry in db.LedgerEntries
            where entry.OperationId!.StartsWith(beginning) && entry.Kind == EntryKind.OpeningBalance && entry.RecordedAt >= began && entry.RecordedAt <= ended
            join lot in db.Lots on entry.AccountId equals lot.AccountId
            where lot.EntryId == entry.Id
                && !db.Allocations.Any(a => a.LotId == lot.Id && db.LedgerEntries.Any(e => e.Id == a.EntryId && e.Kind == EntryKind.OpeningUndone))
            join account in db.Accounts on entry.AccountId equals account.Id
            join member in db.Members on account.MemberId equals member.Id
            select new Opened { Lot = lot, Day = entry.Day, At = entry.At, Member = member.ExternalId };
    }

    /// <summary>A lot that the import opened.</summary>
    internal sealed class Opened
    {
        public required PointsLot Lot { get; init; }

        public required DateOnly Day { get; init; }

        public required DateTime At { get; init; }

        public required string? Member { get; init; }
    }
}
