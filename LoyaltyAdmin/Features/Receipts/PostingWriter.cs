using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Tiers;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Writes what a batch has decided, within the open transaction.</summary>
internal sealed class PostingWriter(SqlProvider sql, LedgerWriter ledgers, PointsDivision division, TierCourses tiers)
{
    private const string UpdateReceipt =
        """UPDATE "Receipts" SET "Forgiven" = @p0, "Version" = "Version" + 1 WHERE "Id" = @p1 AND "Version" = @p2""";

    private const string UpdateHold =
        """UPDATE "Holds" SET "Status" = @p0, "ClosedAt" = @p1 WHERE "Id" = @p2 AND "Status" = @p3""";

    private const string UpdateLine =
        """
        UPDATE "ReceiptLines" SET "ReturnedQuantity" = @p0, "Refunded" = @p1, "Reversed" = @p2, "Restored" = @p3, "PromotedReversed" = @p4
        WHERE "ReceiptId" = @p5 AND "Line" = @p6
        """;

    /// <summary>Writes it all, or tells with false that someone else changed an account, a receipt or the division of points first.</summary>
    public async Task<bool> WriteAsync(LoyaltyDbContext db, PostingState state, CancellationToken ct)
    {
        if (!await division.HoldAsync(db, state.Timeline.Program, ct))
        {
            return false;
        }

        var touched = state.Accounts.Values.Select(m => m.Ledger).Where(HasChanged(state)).ToList();
        touched.ForEach(l => l.Project());
        await sql.InsertAsync(db, state.NewMembers, ct);
        await sql.InsertAsync(db, state.NewAccounts, ct);
        await sql.InsertAsync(db, state.NewSales, ct);
        await sql.InsertAsync(db, [.. state.NewSales.SelectMany(r => r.Lines)], ct);
        await sql.InsertAsync(db, state.NewReturns, ct);
        await sql.InsertAsync(db, [.. state.NewReturns.SelectMany(r => r.Lines)], ct);
        if (!await ledgers.WriteAsync(db, touched, state.NewAccounts.Select(a => a.Id).ToHashSet(), ct)
            || !await WriteReturnedAsync(db, state, ct)
            || !await WriteHoldsAsync(db, state, ct)
            || !await state.GiftCards.WriteAsync(db, sql, ct)
            || !await CampaignTillWriter.WriteAsync(db, sql, state.Campaigns, PointsScale.Factor(state.Timeline.Program.PointDecimals), ct)
            || !await tiers.WriteAsync(db, state.Members.Values.Select(m => m.Tier).OfType<TierCourses.Read>(), ct))
        {
            return false;
        }

        await sql.InsertAsync(db, PartnerPostings.OperationsOf(state, touched), ct);
        foreach (var entry in touched.SelectMany(l => l.NewEntries))
        {
            state.Rollups.Entry(entry);
        }

        await state.Rollups.WriteAsync(db, sql, ct);
        await SubscriptionSavings.WriteAsync(db, sql, state.NewSavings, state.ReturnedSales.Concat(state.NewSales).Where(r => r.Lines.Exists(l => l.ReturnedQuantity.Thousandths > 0)).Select(r => r.Id), ct);
        return true;
    }

    /// <summary>A member whose only posting was refused or known needs no write, but overdue points that were swept do, and holds.</summary>
    private static Func<Domain.Ledger.AccountLedger, bool> HasChanged(PostingState state)
    {
        var posted = state.NewSales.Select(r => r.MemberId).Concat(state.NewReturns.Select(r => r.MemberId)).ToHashSet();
        var held = state.NewHolds.Select(h => h.AccountId).ToHashSet();
        return ledger => ledger.NewEntries.Count > 0 || ledger.ChangedLots.Any()
            || posted.Contains(ledger.Account.MemberId) || held.Contains(ledger.Account.Id);
    }

    private async Task<bool> WriteReturnedAsync(LoyaltyDbContext db, PostingState state, CancellationToken ct)
    {
        var receipts = state.ReturnedSales.OrderBy(r => r.Id).Select(r => new object?[] { r.Forgiven.Value, r.Id, r.Version }).ToList();
        var touched = await sql.ExecuteManyAsync(db, UpdateReceipt, receipts, ct);
        if (Array.Exists(touched, rows => rows != 1))
        {
            return false;
        }

        await sql.ExecuteManyAsync(db, UpdateLine, [.. state.ReturnedLines.Select(Row)], ct);
        return true;
    }

    private async Task<bool> WriteHoldsAsync(LoyaltyDbContext db, PostingState state, CancellationToken ct)
    {
        var added = state.NewHolds.ToHashSet();
        var closed = state.ClosedHolds.Where(c => !added.Contains(c.Key)).OrderBy(c => c.Key.Id)
            .Select(c => new object?[] { c.Key.Status, c.Key.ClosedAt, c.Key.Id, c.Value }).ToList();
        if (Array.Exists(await sql.ExecuteManyAsync(db, UpdateHold, closed, ct), rows => rows != 1))
        {
            return false;
        }

        await sql.InsertAsync(db, state.NewHolds, ct);
        await sql.InsertAsync(db, [.. state.NewHolds.SelectMany(h => h.Lots)], ct);
        return true;
    }

    private static object?[] Row(ReceiptLine line) =>
    [
        line.ReturnedQuantity.Thousandths, line.Refunded.Minor, line.Reversed.Value, line.Restored.Value, line.PromotedReversed.Value, line.ReceiptId, line.Line,
    ];
}
