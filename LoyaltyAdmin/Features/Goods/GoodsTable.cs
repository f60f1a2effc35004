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

    /// <summary>Under which a person's choice is remembered.</summary>
    public static string Remembered(GoodsBy by) => by == GoodsBy.Sku ? "goods" : "goods.categories";

    /// <summary>All columns, in the order of the list's own choice.</summary>
    public static IReadOnlyList<TableColumn<GoodsRow>> Columns(IStringLocalizer<GoodsText> text, GoodsBy by)
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
