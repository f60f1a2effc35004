using System.Globalization;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>Lists of goods, and of their categories, by what they sold.</summary>
public sealed class GoodsQueries(GoodsCounts counts, KpiSales sales)
{
    /// <summary>How many days count where no period is named: the last with data.</summary>
    public const int DefaultDays = 90;

    /// <summary>A page of the list.</summary>
    public async Task<GoodsList> ListAsync(GoodsFilter filter, GoodsOrder order, PageRequest page, CancellationToken ct)
    {
        var period = await PeriodAsync(filter, ct);
        var goods = await counts.GetAsync(period ?? default, GoodsBy.Sku, ct);
        var rows = filter.By == GoodsBy.Sku ? goods : await counts.GetAsync(period ?? default, GoodsBy.Category, ct);
        var found = Sorted(Found(rows, filter), order);
        return new GoodsList(
            [.. found.Skip(page.Skip).Take(page.Take)],
            found.Count,
            found.Sum(row => row.Revenue),
            period,
            [.. goods.Select(good => good.Category).OfType<string>().Distinct().Order(Names)],
            goods.Count > 0);
    }

    /// <summary>All that the filter finds, with the days that count; null where nothing was ever sold.</summary>
    public async Task<(IReadOnlyList<GoodsRow> Rows, KpiPeriod? Period)> AllAsync(GoodsFilter filter, GoodsOrder order, CancellationToken ct)
    {
        var period = await PeriodAsync(filter, ct);
        return (Sorted(Found(await counts.GetAsync(period ?? default, filter.By, ct), filter), order), period);
    }

    private static StringComparer Names => StringComparer.Create(CultureInfo.CurrentCulture, ignoreCase: true);

    private async Task<KpiPeriod?> PeriodAsync(GoodsFilter filter, CancellationToken ct)
    {
        if (await sales.DataAsync(ct) is not { } data)
        {
            return null;
        }

        var to = filter.To is { } until ? until.AddDays(1) : data.To;
        return new KpiPeriod(filter.From ?? to.AddDays(-Math.Min(DefaultDays, to.DayNumber)), to);
    }

    private static IEnumerable<GoodsRow> Found(IEnumerable<GoodsRow> rows, GoodsFilter filter)
    {
        if (filter is { By: GoodsBy.Sku, Category: { } category })
        {
            rows = rows.Where(row => row.Category == category);
        }

        if (filter.Search is { } search)
        {
            var typed = MemberSearch.Fold(search);
            rows = rows.Where(row => MemberSearch.Fold($"{row.Key} {row.Name} {row.Category}").Contains(typed, StringComparison.Ordinal));
        }

        return rows;
    }

    private static List<GoodsRow> Sorted(IEnumerable<GoodsRow> rows, GoodsOrder order)
    {
        var sorted = order.By switch
        {
            GoodsSort.Name => order.Ascending ? rows.OrderBy(NameOf, Names) : rows.OrderByDescending(NameOf, Names),
            GoodsSort.Units => By(rows, row => row.Units, order.Ascending),
            GoodsSort.Receipts => By(rows, row => row.Receipts, order.Ascending),
            GoodsSort.Members => By(rows, row => row.Members, order.Ascending),
            _ => By(rows, row => row.Revenue, order.Ascending),
        };
        return [.. sorted.ThenBy(row => row.Key, StringComparer.Ordinal)];
    }

    private static string NameOf(GoodsRow row) => row.Name ?? row.Key;

    private static IOrderedEnumerable<GoodsRow> By(IEnumerable<GoodsRow> rows, Func<GoodsRow, long> figure, bool ascending) =>
        ascending ? rows.OrderBy(figure) : rows.OrderByDescending(figure);
}
