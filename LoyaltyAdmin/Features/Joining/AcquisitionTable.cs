using System.Globalization;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>What the list of channels and their cost is, on its page and in its workbook.</summary>
public static class AcquisitionTable
{
    public const string Month = "month";
    public const string Channel = "channel";

    public static TableList<AcquisitionRow, AcquisitionFilter> List(IStringLocalizer<JoiningText> text) => new(
        "acquisition",
        "/joining",
        JoiningFeature.Export,
        [
            new(Month, text["Month"], ExcelKind.Date, row => row.Month) { Sort = Month },
            new(Channel, text["Channel"], ExcelKind.Text, row => row.Channel.Length == 0 ? text["NoChannel"].Value : row.Channel) { Fixed = true },
            new("members", text["NewMembers"], ExcelKind.Whole, row => row.NewMembers),
            new("cost", text["Cost"], ExcelKind.Money, row => Minor(row.Cost)),
            new("cac", text["CostPerMember"], ExcelKind.Money, row => Minor(row.CostPerMember)),
        ])
    {
        Sort = Month,
        Descending = true,
        PageSize = 20,
        Fields =
        [
            ListField.Text(ListField.Search, text["Channel"], (AcquisitionFilter f) => f.Search, (f, value) => f with { Search = value }),
            ListField.Day(ListField.From, text["FromDay"], (AcquisitionFilter f) => f.From, (f, value) => f with { From = value }),
            ListField.Day(ListField.To, text["ToDay"], (AcquisitionFilter f) => f.To, (f, value) => f with { To = value }),
        ],
    };

    private static long? Minor(decimal? sum) => sum is { } money ? (long)decimal.Round(money * 100m) : null;

    /// <summary>A month in words.</summary>
    public static string MonthName(DateOnly month) => month.ToString("Y", CultureInfo.CurrentCulture);
}
