using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>What the report can show, on its page and in its workbook.</summary>
public static class QualityTable
{
    public const string Name = "name";
    public const string Valid = "valid";

    /// <summary>The address of the report.</summary>
    public static string PathOf(QualityBy by) => by == QualityBy.Store ? "/joining/quality" : "/joining/quality/cashiers";

    public static TableList<QualityRow, QualityFilter> List(IStringLocalizer<QuestionnairesText> text, QualityBy by) =>
        new(by == QualityBy.Store ? "quality.stores" : "quality.cashiers", PathOf(by), $"{QuestionnairesFeature.QualityWorkbook}?by={by.ToString().ToLowerInvariant()}", Columns(text, by))
        {
            Sort = nameof(QualitySort.Joined),
            Descending = true,
            PageSize = 100,
            Fields =
            [
                ListField.Day(ListField.From, text["Quality.From"], (QualityFilter f) => f.From, (f, value) => f with { From = value }),
                ListField.Day(ListField.To, text["Quality.To"], (QualityFilter f) => f.To, (f, value) => f with { To = value }),
                ListField.Text("store", text["Store"], (QualityFilter f) => f.Store, (f, value) => f with { Store = value }),
            ],
        };

    /// <summary>What a row is called.</summary>
    public static string NameOf(IStringLocalizer<QuestionnairesText> text, QualityRow row, QualityBy by) =>
        by == QualityBy.Cashier ? row.Cashier.Length > 0 ? row.Cashier : text["NoCashier"] : StoreOf(text, row.Store);

    public static string StoreOf(IStringLocalizer<QuestionnairesText> text, string store) => store.Length > 0 ? store : text["NoStore"];

    private static TableColumn<QualityRow>[] Columns(IStringLocalizer<QuestionnairesText> text, QualityBy by)
    {
        IEnumerable<TableColumn<QualityRow>> store = by == QualityBy.Store ? [] : [new("store", text["Store"], ExcelKind.Text, row => StoreOf(text, row.Store))];
        return
        [
            new(Name, text[by == QualityBy.Store ? "Store" : "Cashier"], ExcelKind.Text, row => NameOf(text, row, by)) { Fixed = true, Sort = nameof(QualitySort.Name) },
            .. store,
            new("joined", text["Quality.Joined"], ExcelKind.Whole, row => row.Joined) { Sort = nameof(QualitySort.Joined), Total = true },
            new("filled", text["Quality.Filled"], ExcelKind.Percent, row => row.FilledShare) { Sort = nameof(QualitySort.Filled) },
            new(Valid, text["Quality.Valid"], ExcelKind.Percent, row => row.ValidShare) { Sort = nameof(QualitySort.Valid) },
            new("verified", text["Quality.Verified"], ExcelKind.Percent, row => row.VerifiedShare) { Sort = nameof(QualitySort.Verified) },
            new("score", text["Quality.Score"], ExcelKind.Number, row => row.Score) { Sort = nameof(QualitySort.Score), Decimals = 0 },
            new("junk", text["Quality.Junk"], ExcelKind.Whole, row => row.Junk) { Sort = nameof(QualitySort.Junk), Total = true },
            new("junkPhones", text["Quality.JunkPhones"], ExcelKind.Whole, row => row.JunkPhones) { Total = true },
            new("sharedPhones", text["Quality.SharedPhones"], ExcelKind.Whole, row => row.SharedPhones) { Total = true },
            new("junkDates", text["Quality.JunkDates"], ExcelKind.Whole, row => row.JunkDates) { Total = true },
            new("junkNames", text["Quality.JunkNames"], ExcelKind.Whole, row => row.JunkNames) { Total = true },
            new("junkEmails", text["Quality.JunkEmails"], ExcelKind.Whole, row => row.JunkEmails) { Total = true },
            new("junkOthers", text["Quality.JunkOthers"], ExcelKind.Whole, row => row.JunkOthers) { Total = true, Hidden = true },
            new("filledCount", text["Quality.FilledCount"], ExcelKind.Whole, row => row.Filled) { Total = true, Hidden = true },
            new("validCount", text["Quality.ValidCount"], ExcelKind.Whole, row => row.Valid) { Total = true, Hidden = true },
            new("verifiedCount", text["Quality.VerifiedCount"], ExcelKind.Whole, row => row.Verified) { Total = true, Hidden = true },
        ];
    }
}
