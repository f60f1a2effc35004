using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Goods;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Brings the shop's list of goods in: a SKU that is here already gets the name and category of the file.</summary>
internal sealed class GoodsImport(IDbContextFactory<LoyaltyDbContext> databases, ImportSource source)
{
    public async Task RunAsync(ImportRun run, Actor actor, ImportJournal journal, RowErrors errors, CancellationToken ct)
    {
        await new RowImport(databases, source).RunAsync(run, journal, errors, Read, WriteAsync, ct);

        async Task WriteAsync(IReadOnlyList<GoodRow> goods, CountRows count, CancellationToken cancel)
        {
            await using var db = await databases.CreateDbContextAsync(cancel);
            db.Author = actor.Name;
            var skus = goods.Select(g => g.Sku).Distinct().ToArray();
            var known = await db.Goods.Where(g => EF.Parameter(skus).Contains(g.Sku)).ToDictionaryAsync(g => g.Sku, cancel);
            var outcomes = goods.Select(g => new RowOutcome(!Take(db, known, g), null)).ToList();
            if (run.DryRun)
            {
                db.ChangeTracker.Clear();
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            await db.SaveChangesAsync(cancel);
            await count(db, outcomes, cancel);
            await transaction.CommitAsync(cancel);
        }
    }

    /// <summary>Whether the row says something new.</summary>
    private static bool Take(LoyaltyDbContext db, Dictionary<string, Good> known, GoodRow good)
    {
        if (!known.TryGetValue(good.Sku, out var old))
        {
            known[good.Sku] = new Good { Sku = good.Sku, Name = good.Name ?? good.Sku, Category = good.Category };
            db.Goods.Add(known[good.Sku]);
            return true;
        }

        var (name, category) = (good.Name ?? old.Name, good.Category ?? old.Category);
        if (old.Name == name && old.Category == category)
        {
            return false;
        }

        (old.Name, old.Category) = (name, category);
        return true;
    }

    private static GoodRow? Read(RowCells cells)
    {
        var sku = cells.Text(ImportField.Sku, 64);
        cells.Demand(ImportField.Sku, sku is not null);
        var category = cells.Text(ImportField.Category, 100);
        return cells.Problem is null ? new GoodRow(sku!, cells.Beginning(ImportField.Name, 200), category) : null;
    }

    /// <summary>A row of the list; what is null is not said.</summary>
    private sealed record GoodRow(string Sku, string? Name, string? Category);
}
