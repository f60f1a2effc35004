using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>What a list of goods can show, on its page and in its workbook.</summary>
public static class GoodsTable
{
    public const string Key = "key";
    public const string Category = "category";
    public const string Units = "units";
    public const string Share = "share";

    /// <summary>The address of the list.</summary>
    public static string PathOf(GoodsBy by) => by == GoodsBy.Sku ? "/goods" : "/goods/categories";

    /// <summary>The list of goods, or of categories.</summary>
    public static TableList<GoodsRow, GoodsFilter> List(IStringLocalizer<GoodsText> text, GoodsBy by) =>
        new(by == GoodsBy.Sku ? "goods" : "goods.categories", PathOf(by), $"{GoodsFeature.ExportPath}?by={by.ToString().ToLowerInvariant()}", Columns(text, by))
        {
            Sort = nameof(GoodsSort.Revenue),
            Descending = true,
            Fields = Fields(text, by),
        };

    private static ListField<GoodsFilter>[] Fields(IStringLocalizer<GoodsText> text, GoodsBy by)
    {
        ListField<GoodsFilter>[] fields =
        [
            ListField.Text(ListField.Search, text["Search"], (GoodsFilter f) => f.Search, (f, value) => f with { Search = value }),
            ListField.Day(ListField.From, text["From"], (GoodsFilter f) => f.From, (f, value) => f with { From = value }),
            ListField.Day(ListField.To, text["To"], (GoodsFilter f) => f.To, (f, value) => f with { To = value }),
        ];
        return by == GoodsBy.Category
            ? fields
            : [.. fields, ListField.Text("category", text["Category"], (GoodsFilter f) => f.Category, (f, value) => f with { Category = value })];
    }

    private static IReadOnlyList<TableColumn<GoodsRow>> Columns(IStringLocalizer<GoodsText> text, GoodsBy by)
    {
        IEnumerable<TableColumn<GoodsRow>> names = by == GoodsBy.Sku
            ?
            [
                new("name", text["Name"], ExcelKind.Text, row => row.Name) { Sort = nameof(GoodsSort.Name) },
                new(Key, text["Sku"], ExcelKind.Text, row => row.Key) { Fixed = true },
                new(Category, text["Category"], ExcelKind.Text, row => row.Category),
            ]
            :
            [
                new(Key, text["Category"], ExcelKind.Text, row => row.Key) { Fixed = true, Sort = nameof(GoodsSort.Name) },
                new("goods", text["Goods"], ExcelKind.Whole, row => row.Goods),
            ];
        return
        [
            .. names,
            new(Units, text["Units"], ExcelKind.Number, row => row.Units / 1000m) { Sort = nameof(GoodsSort.Units), Decimals = 2 },
            new("revenue", text["Revenue"], ExcelKind.Money, row => row.Revenue) { Sort = nameof(GoodsSort.Revenue), Total = true },
            new("receipts", text["Receipts"], ExcelKind.Whole, row => row.Receipts) { Sort = nameof(GoodsSort.Receipts) },
            new("members", text["Members"], ExcelKind.Whole, row => row.Members) { Hidden = true },
            new(Share, text["Share"], ExcelKind.Percent, row => row.Share) { Sort = nameof(GoodsSort.Members) },
        ];
    }
}
