using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>What the lists of cards and of their series are, on their pages and in their workbooks.</summary>
public static class CardsTable
{
    public const string Number = "number";
    public const string Status = "status";
    public const string Series = "series";
    public const string Member = "member";
    public const string ReplacedBy = "replacedBy";
    public const string Name = "name";

    /// <summary>Cards; a series is called by what the function says.</summary>
    public static TableList<CardListRow, CardFilter> Cards(IStringLocalizer<CardsText> text, Func<long, string> seriesName) => new(
        "cards",
        "/cards",
        "/exports/cards.xlsx",
        [
            new(Number, text["Number"], ExcelKind.Text, row => row.Number) { Fixed = true, Sort = nameof(CardSort.Number) },
            new(Status, text["Status"], ExcelKind.Text, row => text[$"Status{row.Status}"].Value),
            new("kind", text["Kind"], ExcelKind.Text, row => text[row.IsVirtual ? "Virtual" : "Plastic"].Value),
            new(Series, text["Series"], ExcelKind.Text, row => row.Series),
            new("memberNumber", text["MemberNumber"], ExcelKind.Whole, row => row.MemberId) { Hidden = true },
            new(Member, text["Member"], ExcelKind.Text, row => row.Member),
            new("issued", text["Issued"], ExcelKind.Instant, row => row.IssuedAt),
            new(ReplacedBy, text["ReplacedBy"], ExcelKind.Text, row => row.ReplacedBy) { Hidden = true },
        ])
    {
        Sort = nameof(CardSort.Latest),
        Descending = true,
        Fields =
        [
            ListField.Text(ListField.Search, text["Number"], (CardFilter f) => f.Search, (f, value) => f with { Search = value }),
            ListField.Choice("status", text["Status"], (CardFilter f) => f.Status, (f, value) => f with { Status = value }, (CardStatus status) => text[$"Status{status}"]),
            ListField.Number("series", text["Series"], (CardFilter f) => f.SeriesId, (f, value) => f with { SeriesId = value }, seriesName),
            ListField.Either(
                "kind", text["Kind"], (CardFilter f) => f.IsVirtual, (f, value) => f with { IsVirtual = value }, ("virtual", text["Virtual"]), ("plastic", text["Plastic"])),
            ListField.Either(
                "issued", text["Issued"], (CardFilter f) => f.IsIssued, (f, value) => f with { IsIssued = value }, ("yes", text["OnlyIssued"]), ("no", text["OnlyFree"])),
        ],
    };

    /// <summary>Series: a shop orders a few a year.</summary>
    public static TableList<CardSeriesRow, NoFilter> SeriesList(IStringLocalizer<CardsText> text) => new(
        "card-series",
        "/cards?tab=series",
        "/exports/card-series.xlsx",
        [
            new(Name, text["SeriesName"], ExcelKind.Text, row => row.Series.Name) { Fixed = true, Sort = Name },
            new("look", text["Look"], ExcelKind.Text, row => SeriesLook.Of(row.Series)),
            new("origin", text["Origin"], ExcelKind.Text, row => text[$"Numbering{row.Series.Numbering}"].Value),
            new("kind", text["Kind"], ExcelKind.Text, row => text[row.Series.IsVirtual ? "Virtual" : "Plastic"].Value) { Hidden = true },
            new("created", text["Created"], ExcelKind.Instant, row => row.Series.CreatedAt) { Sort = "created" },
            new("createdBy", text["CreatedBy"], ExcelKind.Text, row => row.Series.CreatedBy) { Hidden = true },
            new("cards", text["CardsCount"], ExcelKind.Whole, row => row.Cards) { Sort = "cards", Total = true },
            new("free", text["StatusFree"], ExcelKind.Whole, row => row.Free) { Sort = "free", Total = true },
            new("active", text["StatusActive"], ExcelKind.Whole, row => row.Active) { Sort = "active", Total = true },
            new("blocked", text["StatusBlocked"], ExcelKind.Whole, row => row.Blocked) { Hidden = true, Total = true },
            new("replaced", text["StatusReplaced"], ExcelKind.Whole, row => row.Replaced) { Hidden = true, Total = true },
        ])
    {
        Sort = "created",
        Descending = true,
    };
}
