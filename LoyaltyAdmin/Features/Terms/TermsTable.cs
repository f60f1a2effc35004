using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>What the list of editions is, on its page and in its workbook; the latest first.</summary>
public static class TermsTable
{
    public const string Number = "number";

    public static TableList<TermsRow, NoFilter> List(IStringLocalizer<TermsText> text) => new(
        "termsEditions",
        "/terms",
        TermsFeature.EditionsWorkbook,
        [
            new(Number, text["Edition.Column"], ExcelKind.Text, row => text["Edition", row.Number].Value) { Fixed = true },
            new("from", text["Edition.From"], ExcelKind.Instant, row => row.From),
            new("version", text["Edition.Version"], ExcelKind.Whole, row => row.Version),
            new("added", text["Edition.Added"], ExcelKind.Whole, row => row.Added),
            new("removed", text["Edition.Removed"], ExcelKind.Whole, row => row.Removed),
        ])
    {
        Sort = "own",
        PageSize = 20,
    };
}
