using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>What the lists of gift cards and of their series are, on their pages and in their workbooks.</summary>
public static class GiftCardsTable
{
    public const string Code = "code";
    public const string Status = "status";
    public const string Series = "series";
    public const string Name = "name";

    /// <summary>Cards; a series is called by what the function says.</summary>
    public static TableList<GiftCardRow, GiftCardFilter> Cards(IStringLocalizer<GiftCardsText> text, Func<long, string> seriesName) => new(
        "gift-cards",
        "/gift-cards",
        "/exports/gift-cards.xlsx",
        [
            new(Code, text["Code"], ExcelKind.Text, row => row.Code) { Fixed = true },
            new(Status, text["Status"], ExcelKind.Text, row => text[$"Status{row.Status}"].Value),
            new("balance", text["Balance"], ExcelKind.Money, row => row.Balance) { Sort = nameof(GiftCardSort.Balance), Total = true },
            new("nominal", text["Nominal"], ExcelKind.Money, row => row.SoldOn is null ? null : row.Nominal) { Total = true },
            new(Series, text["Series"], ExcelKind.Text, row => row.Series),
            new("kind", text["Kind"], ExcelKind.Text, row => text[row.IsVirtual ? "Virtual" : "Plastic"].Value) { Hidden = true },
            new("sold", text["SoldOn"], ExcelKind.Date, row => row.SoldOn) { Sort = nameof(GiftCardSort.Sold) },
            new("store", text["Store"], ExcelKind.Text, row => row.SoldStore) { Hidden = true },
            new("lastDay", text["LastDay"], ExcelKind.Date, row => row.LastDay) { Sort = nameof(GiftCardSort.LastDay) },
            new("to", text["GivenTo"], ExcelKind.Text, row => row.GivenTo) { Hidden = true },
        ])
    {
        Sort = nameof(GiftCardSort.Latest),
        Descending = true,
        Fields =
        [
            ListField.Text(ListField.Search, text["Code"], (GiftCardFilter f) => f.Search, (f, value) => f with { Search = value }),
            ListField.Choice("status", text["Status"], (GiftCardFilter f) => f.Status, (f, value) => f with { Status = value }, (GiftCardStatus status) => text[$"Status{status}"]),
            ListField.Number("series", text["Series"], (GiftCardFilter f) => f.SeriesId, (f, value) => f with { SeriesId = value }, seriesName),
            ListField.Day(ListField.From, text["SoldFrom"], (GiftCardFilter f) => f.From, (f, value) => f with { From = value }),
            ListField.Day(ListField.To, text["SoldTo"], (GiftCardFilter f) => f.To, (f, value) => f with { To = value }),
        ],
    };

    /// <summary>Series: a shop makes a few a year.</summary>
    public static TableList<GiftCardSeriesRow, NoFilter> SeriesList(IStringLocalizer<GiftCardsText> text) => new(
        "gift-card-series",
        "/gift-cards?tab=series",
        "/exports/gift-card-series.xlsx",
        [
            new(Name, text["SeriesName"], ExcelKind.Text, row => row.Series.Name) { Fixed = true, Sort = Name },
            new("design", text["Design"], ExcelKind.Text, row => row.Design) { Sort = "design" },
            new("kind", text["Kind"], ExcelKind.Text, row => text[row.Series.IsVirtual ? "Virtual" : "Plastic"].Value),
            new("nominal", text["Nominal"], ExcelKind.Money, row => row.Series.IsFree ? null : row.Series.Nominal.Minor),
            new("minimum", text["Minimum"], ExcelKind.Money, row => row.Series.IsFree ? row.Series.Minimum.Minor : null) { Hidden = true },
            new("maximum", text["Maximum"], ExcelKind.Money, row => row.Series.IsFree ? row.Series.Maximum.Minor : null) { Hidden = true },
            new("term", text["TermMonths"], ExcelKind.Whole, row => row.Series.TermMonths == 0 ? null : row.Series.TermMonths),
            new("cards", text["CardsCount"], ExcelKind.Whole, row => row.Cards) { Sort = "cards", Total = true },
            new("unsold", text["StatusIssued"], ExcelKind.Whole, row => row.Unsold) { Sort = "unsold", Total = true },
            new("active", text["StatusActive"], ExcelKind.Whole, row => row.Active) { Sort = "active", Total = true },
            new("over", text["Over"], ExcelKind.Whole, row => row.Over) { Hidden = true, Total = true },
            new("balance", text["Balance"], ExcelKind.Money, row => row.Balance) { Sort = "balance", Total = true },
            new("created", text["Created"], ExcelKind.Instant, row => row.Series.CreatedAt) { Sort = "created", Hidden = true },
            new("createdBy", text["CreatedBy"], ExcelKind.Text, row => row.Series.CreatedBy) { Hidden = true },
        ])
    {
        Sort = "created",
        Descending = true,
    };
}
