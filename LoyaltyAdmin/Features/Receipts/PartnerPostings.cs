using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What it means to posting that a till is a partner's.</summary>
internal static class PartnerPostings
{
    /// <summary>A posting as one of a partner's till: numbers with the partner's key in front, the purchase made there. Of the shop's own till it stays as it is.</summary>
    public static Posting At(this Posting posting, PartnerTill? till) => till is null ? posting : posting switch
    {
        SalePosting sale => sale with { Partner = till, Key = till.Keep(sale.Key), Draft = sale.Draft with { PartnerId = till.Id } },
        HoldPosting hold => hold with { Partner = till, Key = till.Keep(hold.Key), Draft = hold.Draft with { PartnerId = till.Id } },
        ReturnPosting goods => goods with { Partner = till, Key = till.Keep(goods.Key), ReceiptKey = goods.ReceiptKey is { } key ? till.Keep(key) : null },
        ConfirmPosting confirm => confirm with { Partner = till, Changed = (SalePosting?)confirm.Changed?.At(till) },
        _ => posting with { Partner = till },
    };

    /// <summary>Reads the partners whose tills post; there are none in most batches.</summary>
    public static async Task LoadAsync(LoyaltyDbContext db, IReadOnlyList<Posting> postings, PostingState state, CancellationToken ct)
    {
        var ids = postings.Select(p => p.Partner?.Id ?? state.PurchaseOf(p)?.PartnerId).OfType<int>().Distinct().ToArray();
        if (ids.Length == 0)
        {
            return;
        }

        var partners = await db.Partners.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).ToListAsync(ct);
        var terms = (await db.PartnerTerms.AsNoTracking().Where(t => EF.Parameter(ids).Contains(t.PartnerId)).ToListAsync(ct)).ToLookup(t => t.PartnerId);
        partners.ForEach(p => state.Partners[p.Id] = new PartnerAtTill(p, [.. terms[p.Id]]));
    }

    /// <summary>What the batch's sales to members and their returns mean between the companies, by their ledger entries.</summary>
    public static IReadOnlyList<PartnerOperation> OperationsOf(PostingState state, IReadOnlyCollection<AccountLedger> ledgers)
    {
        if (state.Partners.Count == 0)
        {
            return [];
        }

        var entries = ledgers.SelectMany(l => l.NewEntries).Where(e => e.ReceiptId is not null)
            .ToLookup(e => (e.ReceiptId!.Value, e.ReturnId ?? 0));
        var sales = state.NewSales.Where(r => r is { PartnerId: not null, MemberId: not null })
            .Select(r => Operation(r, 0, r.Net, Money.Zero, entries, state));
        var receipts = state.Sales.Values.DistinctBy(r => r.Id).ToDictionary(r => r.Id);
        var returns = state.NewReturns.Where(r => r is { PartnerId: not null, MemberId: not null, ReceiptId: not null })
            .Select(r => Operation(receipts[r.ReceiptId!.Value], r.Id, Money.Zero, r.Refund, entries, state));
        return [.. sales.Concat(returns).OfType<PartnerOperation>()];
    }

    private static PartnerOperation? Operation(
        Receipt receipt, long returnId, Money turnover, Money refund, ILookup<(long ReceiptId, long ReturnId), LedgerEntry> entries, PostingState state)
    {
        if (state.Partners[receipt.PartnerId!.Value].TermsAt(receipt.OccurredAt) is not { } terms)
        {
            return null;
        }

        var moved = entries[(receipt.Id, returnId)].ToLookup(e => e.Kind, e => e.Points);
        return new PartnerOperation
        {
            ReceiptId = receipt.Id,
            ReturnId = returnId,
            PartnerId = receipt.PartnerId.Value,
            TermsId = terms.Id,
            RecordedAt = state.Now,
            Issued = Sum(EntryKind.Accrual),
            Reversed = Sum(EntryKind.Reversal),
            Redeemed = Sum(EntryKind.Redemption),
            Restored = Sum(EntryKind.Restore),
            Turnover = turnover,
            Refund = refund,
        };

        Points Sum(EntryKind kind) => moved[kind].Aggregate(Points.Zero, (sum, points) => sum + points);
    }
}
