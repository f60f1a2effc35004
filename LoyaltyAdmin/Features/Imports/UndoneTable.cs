using System.Globalization;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What the list of an undone import's sales and returns is, on its page and in its workbook.</summary>
public static class UndoneTable
{
    public const string Number = "number";

    public static TableList<UndoneRow, NoFilter> List(IStringLocalizer<ImportsText> text, int pointDecimals, int importId) => new(
        "undone",
        string.Create(CultureInfo.InvariantCulture, $"/imports/{importId}/undone"),
        string.Create(CultureInfo.InvariantCulture, $"/exports/imports/{importId}/undone.xlsx"),
        [
            new("at", text["Undone.At"], ExcelKind.Instant, row => row.OccurredAt),
            new("kind", text["Undone.Kind"], ExcelKind.Text, row => text[row.IsReturn ? "Undone.Return" : "Undone.Sale"].Value),
            new(Number, text["Undone.Number"], ExcelKind.Text, row => row.Key) { Fixed = true },
            new("member", text["Undone.Member"], ExcelKind.Whole, row => row.MemberId),
            new("store", text["Undone.Store"], ExcelKind.Text, row => row.Store),
            new("paid", text["Undone.Paid"], ExcelKind.Money, row => row.Paid) { Total = true },
            new("points", text["Undone.Points"], ExcelKind.Points, row => row.Points) { Decimals = pointDecimals, Total = true },
        ])
    {
        Sort = "posted",
    };
}
