using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Goods;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Receipts;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>
/// Fills from the shop's list of goods what lines of receipts lack: name and category. What the file itself says stays, and
/// the fingerprint of a receipt is that of the file, so that the list may change later.
/// </summary>
internal sealed class GoodsFilling(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>Fills the lines of the sales among these.</summary>
    public async Task FillAsync(List<Posting> postings, CancellationToken ct)
    {
        var skus = postings.OfType<SalePosting>().SelectMany(p => p.Draft.Lines)
            .Where(l => (l.Name is null || l.Category is null) && l.Sku.Length > 0)
            .Select(l => l.Sku).Distinct().ToArray();
        if (skus.Length == 0)
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var goods = await db.Goods.AsNoTracking().Where(g => EF.Parameter(skus).Contains(g.Sku)).ToDictionaryAsync(g => g.Sku, ct);
        for (var i = 0; i < postings.Count && goods.Count > 0; i++)
        {
            if (postings[i] is SalePosting sale && sale.Draft.Lines.Any(l => goods.ContainsKey(l.Sku)))
            {
                postings[i] = sale with { Draft = sale.Draft with { Lines = [.. sale.Draft.Lines.Select(l => Filled(l, goods))] } };
            }
        }
    }

    /// <summary>A good whose name nobody knows goes by its SKU: that is no name for a line.</summary>
    private static ReceiptDraftLine Filled(ReceiptDraftLine line, Dictionary<string, Good> goods) => goods.TryGetValue(line.Sku, out var good)
        ? line with { Name = line.Name ?? (good.Name == good.Sku ? null : good.Name), Category = line.Category ?? good.Category }
        : line;
}
