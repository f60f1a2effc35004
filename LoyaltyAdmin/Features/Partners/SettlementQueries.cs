using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>What pages and workbooks show of statements.</summary>
public sealed class SettlementQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Batch = 1_000;

    /// <summary>A partner's statements, the latest first.</summary>
    public async Task<Page<SettlementRow>> ListAsync(Actor actor, int partnerId, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.PartnersView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.Settlements.AsNoTracking().Where(s => s.PartnerId == partnerId)
            .OrderBy(s => s.Status).ThenByDescending(s => s.Number).ThenByDescending(s => s.Id).ToPageAsync(page, ct);
        var ids = found.Rows.Select(s => s.Id).ToList();
        var lines = (await db.SettlementLines.AsNoTracking().Where(l => ids.Contains(l.SettlementId)).ToListAsync(ct)).ToLookup(l => l.SettlementId);
        var adjustments = (await db.SettlementAdjustments.AsNoTracking().Where(a => a.SettlementId != null && ids.Contains(a.SettlementId.Value))
            .GroupBy(a => a.SettlementId!.Value).Select(g => new { g.Key, Sum = g.Sum(a => a.AmountMinor) }).ToListAsync(ct)).ToDictionary(a => a.Key, a => a.Sum);
        return new Page<SettlementRow>(
            [.. found.Rows.Select(s => new SettlementRow
            {
                Id = s.Id,
                Number = s.Number,
                Status = s.Status,
                From = s.From,
                LastDay = s.To.AddDays(-1),
                Issued = lines[s.Id].Sum(l => l.Issued.Value - l.Reversed.Value),
                Redeemed = lines[s.Id].Sum(l => l.Redeemed.Value - l.Restored.Value),
                Payable = s.Status == SettlementStatus.Draft ? null : SettlementTotals.Of(lines[s.Id], s.FixedFee.Minor, adjustments.GetValueOrDefault(s.Id)).Payable,
                ClosedAt = s.ClosedAt,
                ClosedBy = s.ClosedBy,
            })],
            found.Total);
    }

    /// <summary>One statement; null where there is none.</summary>
    public async Task<SettlementDetails?> DetailsAsync(Actor actor, int id, CancellationToken ct)
    {
        actor.Demand(Permission.PartnersView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await DetailsAsync(db, id, ct);
    }

    /// <summary>A page of its operations, in the order of their processing, without prices.</summary>
    public async Task<Page<SettlementOperationRow>> OperationsAsync(Actor actor, int id, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.PartnersView);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await DetailsAsync(db, id, ct) is not { } details)
        {
            return Page<SettlementOperationRow>.Empty;
        }

        var found = await Ordered(await OperationsAsync(db, details.Settlement, ct)).ToPageAsync(page, ct);
        return new Page<SettlementOperationRow>(await NameAsync(db, found.Rows, details.Terms, prices: null, ct), found.Total);
    }

    /// <summary>All its operations with prices that add up to its lines, a batch in memory at once.</summary>
    public async IAsyncEnumerable<SettlementOperationRow> StreamAsync(Actor actor, int id, [EnumeratorCancellation] CancellationToken ct)
    {
        actor.Demand(Permission.PartnersView);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await DetailsAsync(db, id, ct) is not { } details)
        {
            yield break;
        }

        var prices = new RunningPrices((await timelines.GetAsync(ct)).Program.PointDecimals);
        var scope = await OperationsAsync(db, details.Settlement, ct);
        PartnerOperation? last = null;
        while (true)
        {
            var after = last;
            var rest = after is null ? scope : scope.Where(o => o.RecordedAt > after.RecordedAt
                || (o.RecordedAt == after.RecordedAt && (o.ReceiptId > after.ReceiptId || (o.ReceiptId == after.ReceiptId && o.ReturnId > after.ReturnId))));
            var rows = await Ordered(rest).Take(Batch).ToListAsync(ct);
            foreach (var row in await NameAsync(db, rows, details.Terms, prices, ct))
            {
                yield return row;
            }

            if (rows.Count < Batch)
            {
                yield break;
            }

            last = rows[^1];
        }
    }

    private async Task<SettlementDetails?> DetailsAsync(LoyaltyDbContext db, int id, CancellationToken ct)
    {
        if (await db.Settlements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } settlement)
        {
            return null;
        }

        var timeline = await timelines.GetAsync(ct);
        var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == settlement.PartnerId, ct);
        var terms = await db.PartnerTerms.AsNoTracking().Where(t => t.PartnerId == partner.Id).ToDictionaryAsync(t => t.Id, ct);
        var isDraft = settlement.Status == SettlementStatus.Draft;
        int? taken = isDraft ? null : id;
        var lines = isDraft
            ? [.. (await SettlementSource.SumAsync(await OperationsAsync(db, settlement, ct), ct))
                .Select(s => SettlementMath.Line(id, s.TermsId, s.Sums, terms[s.TermsId].Conditions, timeline.Program.PointDecimals))]
            : await db.SettlementLines.AsNoTracking().Where(l => l.SettlementId == id).OrderBy(l => l.TermsId).ToListAsync(ct);
        var end = timeline.CalendarAt(clock.UtcNow).StartOf(settlement.To);
        return new SettlementDetails
        {
            Settlement = settlement,
            Partner = partner,
            Lines = lines,
            Terms = terms,
            Adjustments = await db.SettlementAdjustments.AsNoTracking().Where(a => a.PartnerId == partner.Id && a.SettlementId == taken).OrderBy(a => a.Id).ToListAsync(ct),
            FixedFee = isDraft ? PartnerTerms.InForceAt(terms.Values, end.AddMilliseconds(-1))?.Conditions.FeeFixed ?? Money.Zero : settlement.FixedFee,
        };
    }

    private async Task<IQueryable<PartnerOperation>> OperationsAsync(LoyaltyDbContext db, Settlement settlement, CancellationToken ct) =>
        settlement.Status == SettlementStatus.Draft
            ? SettlementSource.Open(db, settlement.PartnerId, (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow).StartOf(settlement.To)).AsNoTracking()
            : SettlementSource.Of(db, settlement.Id).AsNoTracking();

    private static IOrderedQueryable<PartnerOperation> Ordered(IQueryable<PartnerOperation> operations) =>
        operations.OrderBy(o => o.RecordedAt).ThenBy(o => o.ReceiptId).ThenBy(o => o.ReturnId);

    private static async Task<IReadOnlyList<SettlementOperationRow>> NameAsync(
        LoyaltyDbContext db, IReadOnlyList<PartnerOperation> operations, IReadOnlyDictionary<int, PartnerTerms> terms, RunningPrices? prices, CancellationToken ct)
    {
        var (receiptIds, returnIds) = (operations.Select(o => o.ReceiptId).Distinct().ToArray(), operations.Select(o => o.ReturnId).Where(id => id > 0).ToArray());
        var receipts = await (
            from receipt in db.Receipts.AsNoTracking()
            where EF.Parameter(receiptIds).Contains(receipt.Id)
            join member in db.Members on receipt.MemberId equals member.Id
            select new { receipt.Id, receipt.Key, receipt.OccurredAt, MemberId = member.Id, member.FirstName, member.LastName }).ToDictionaryAsync(r => r.Id, ct);
        var returns = returnIds.Length == 0 ? [] : await db.Returns.AsNoTracking().Where(r => EF.Parameter(returnIds).Contains(r.Id))
            .Select(r => new { r.Id, r.Key, r.OccurredAt }).ToDictionaryAsync(r => r.Id, ct);
        return [.. operations.Select(o =>
        {
            var receipt = receipts[o.ReceiptId];
            var goods = o.ReturnId == 0 ? null : returns[o.ReturnId];
            var conditions = terms[o.TermsId].Conditions;
            return new SettlementOperationRow
            {
                Operation = o,
                Receipt = PartnerTill.Tell(receipt.Key, o.PartnerId),
                Return = goods is null ? null : PartnerTill.Tell(goods.Key, o.PartnerId),
                At = goods?.OccurredAt ?? receipt.OccurredAt,
                Member = MaskedName.Of(receipt.FirstName, receipt.LastName) ?? $"№ {receipt.MemberId}",
                Terms = conditions,
                Price = prices?.Next(o, conditions) ?? default,
            };
        })];
    }
}
