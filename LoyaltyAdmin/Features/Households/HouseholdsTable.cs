using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Households;

/// <summary>What the list of households is, on its page and in its workbook.</summary>
public static class HouseholdsTable
{
    public const string Head = "head";

    public static TableList<HouseholdRow, HouseholdFilter> List(IStringLocalizer<HouseholdsText> text, int pointDecimals) => new(
        "households",
        "/households",
        HouseholdsFeature.Export,
        [
            new(Head, text["Head"], ExcelKind.Text, row => row.Head) { Fixed = true },
            new("headNumber", text["HeadNumber"], ExcelKind.Whole, row => row.HeadId) { Hidden = true },
            new("others", text["Others"], ExcelKind.Text, row => row.Others),
            new("members", text["MembersCount"], ExcelKind.Whole, row => row.Members) { Total = true },
            new("available", text["Together"], ExcelKind.Points, row => row.Available) { Decimals = pointDecimals, Total = true },
            new("created", text["CreatedAt"], ExcelKind.Instant, row => row.CreatedAt),
            new("number", text["Number"], ExcelKind.Whole, row => row.Id) { Hidden = true },
        ])
    {
        Sort = "created",
        Descending = true,
        Fields = [ListField.Text("search", text["Search"], (HouseholdFilter f) => f.Search, (f, value) => f with { Search = value })],
    };
}
