using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>A list of goods, or of categories, with what each sold in a period.</summary>
public sealed partial class GoodsSold
{
    [Inject] public required GoodsQueries Queries { get; init; }

    /// <summary>What a row stands for.</summary>
    [Parameter, EditorRequired] public GoodsBy By { get; set; }

    private IEnumerable<string> Figures
    {
        get
        {
            if (Shown!.Period is { } period)
            {
                yield return $"{Formats.Date(period.From)} – {Formats.Date(period.To.AddDays(-1))}";
            }

            yield return Text[By == GoodsBy.Sku ? "GoodsCount" : "CategoriesCount", Shown.Total];
            yield return Text["RevenueSum", Formats.Money(Shown.Revenue / 100m, Units.Currency)];
        }
    }

    protected override TableList<GoodsRow, GoodsFilter> Describe() => GoodsTable.List(Text, By);

    protected override Task<GoodsList> ReadAsync(ListState<GoodsFilter> state, PageRequest page) =>
        Queries.ListAsync(state.Filter with { By = By }, new GoodsOrder(state.By<GoodsSort>(), !state.Descending), page, Cancelled);

    private static string UnitsOf(GoodsRow row) => Formats.Quantity(new Quantity(row.Units));

    /// <summary>Leads to the goods of the category, or where there is none to the good alone.</summary>
    private string Open(GoodsRow row)
    {
        var filter = (By == GoodsBy.Category ? row.Key : row.Category) is { Length: > 0 } category
            ? Filter with { Category = category, Search = null }
            : Filter with { Search = row.Name ?? row.Key };
        return GoodsTable.List(Text, GoodsBy.Sku).AddressOf(State with { Filter = filter, Page = 1 });
    }

    private string TitleOf(GoodsRow row) => row.Name ?? (row.Key.Length > 0 ? row.Key : Text[By == GoodsBy.Sku ? "NoSku" : "NoCategory"]);

    private string SideOf(GoodsRow row) => By == GoodsBy.Category
        ? Text["CardGoods", row.Goods]
        : string.Join(" · ", new[] { row.Name is null ? null : row.Key, row.Category }.Where(part => !string.IsNullOrEmpty(part)));
}
