using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What the lists of one member are: movements, lots, purchases and cards, on their tabs and in their workbooks.</summary>
public static class MemberHistoryTables
{
    public const string Movement = "movement";
    public const string Points = "points";
    public const string Reason = "reason";
    public const string Lots = "lots";
    public const string State = "state";
    public const string LastDay = "lastDay";
    public const string Receipt = "receipt";
    public const string Refunded = "refunded";
    public const string Number = "number";
    public const string ReplacedBy = "replacedBy";

    /// <summary>Movements of points.</summary>
    public static TableList<EntryRow, EntryFilter> Entries(IStringLocalizer<MembersText> text, EntryWords words, AuditWords? people, DisplayUnits units, long member) =>
        new(
            "member-entries",
            $"/members/{member}",
            $"/exports/member-entries.xlsx?member={member}",
            [
                new("at", text["At"], ExcelKind.Instant, row => row.At) { Sort = "time" },
                new(Movement, text["Movement"], ExcelKind.Text, row => words.Kind(row)) { Fixed = true },
                new(Points, text["Points"], ExcelKind.Points, row => row.IsCredit ? row.Points.Value : -row.Points.Value) { Decimals = units.PointDecimals, Total = true },
                new(Reason, text["ReasonColumn"], ExcelKind.Text, row => words.Reason(row)),
                new("author", text["Author"], ExcelKind.Text, row => row.Author is { } author ? people?.Author(author) ?? author : null) { Hidden = true },
                new("receipt", text["Receipt"], ExcelKind.Text, row => row.ReceiptKey) { Hidden = true },
                new("return", text["Return"], ExcelKind.Text, row => row.ReturnKey) { Hidden = true },
                new("recorded", text["Recorded"], ExcelKind.Instant, row => row.RecordedAt) { Hidden = true },
                new(Lots, text["LotsColumn"], ExcelKind.Text, row => string.Join("; ", row.Lots.Select(lot =>
                    $"{Formats.Points(lot.Points.Value, units.PointDecimals)} {(lot.LastDay is { } last ? text["Until", Formats.Date(last)] : text["NoExpiry"])}"))),
            ])
        {
            Sort = "time",
            Descending = true,
            PageSize = 20,
            Fields =
            [
                ListField.Choice(Movement, text["Movement"], (EntryFilter f) => f.Kind, (f, value) => f with { Kind = value }, (EntryKind kind) => words.Kind(kind)),
                ListField.Day(ListField.From, text["From"], (EntryFilter f) => f.From, (f, value) => f with { From = value }),
                ListField.Day(ListField.To, text["To"], (EntryFilter f) => f.To, (f, value) => f with { To = value }),
            ],
        };

    /// <summary>Lots, as they are at an instant.</summary>
    public static TableList<LotRow, LotFilter> LotsOf(IStringLocalizer<MembersText> text, LotWords words, DisplayUnits units, long member, DateTime now) => new(
        "member-lots",
        $"/members/{member}?tab=lots",
        $"/exports/member-lots.xlsx?member={member}",
        [
            new("earned", text["Earned"], ExcelKind.Date, row => DateOf(row.EarnedAt, units)) { Sort = nameof(LotSort.Earned) },
            new("source", text["Source"], ExcelKind.Text, row => words.Source(row)) { Fixed = true },
            new(State, text["Status"], ExcelKind.Text, row => text[$"Lot{row.StateAt(now)}"].Value),
            new("activates", text["Activates"], ExcelKind.Date, row => DateOf(row.ActivatesAt, units)),
            new(LastDay, text["LastDay"], ExcelKind.Date, row => row.ExpiresAt == ProgramCalendar.Never ? null : DateOf(row.ExpiresAt.AddMilliseconds(-1), units)) { Sort = nameof(LotSort.LastDay) },
            new("amount", text["Amount"], ExcelKind.Points, row => row.Amount.Value) { Sort = nameof(LotSort.Amount), Decimals = units.PointDecimals, Total = true },
            new("remaining", text["Remaining"], ExcelKind.Points, row => row.Remaining.Value) { Sort = nameof(LotSort.Remaining), Decimals = units.PointDecimals, Total = true },
            new("held", text["Held"], ExcelKind.Points, row => row.Held.Value) { Decimals = units.PointDecimals, Total = true },
        ])
    {
        Sort = nameof(LotSort.Spending),
        PageSize = 20,
        Fields = [ListField.Choice(State, text["Status"], (LotFilter f) => f.State, (f, value) => f with { State = value }, (LotState state) => text[$"Lot{state}"])],
    };

    /// <summary>Purchases.</summary>
    public static TableList<MemberReceiptRow, MemberReceiptFilter> Receipts(IStringLocalizer<MembersText> text, DisplayUnits units, long member) => new(
        "member-receipts",
        $"/members/{member}?tab=receipts",
        $"/exports/member-receipts.xlsx?member={member}",
        [
            new("at", text["At"], ExcelKind.Instant, row => row.OccurredAt) { Sort = nameof(MemberReceiptSort.Time) },
            new(Receipt, text["Receipt"], ExcelKind.Text, row => row.Key) { Fixed = true },
            new("store", text["Store"], ExcelKind.Text, row => row.Partner is { } partner ? $"{partner}{(row.Store.Length > 0 ? $", {row.Store}" : "")}" : row.Store),
            new("gross", text["Gross"], ExcelKind.Money, row => row.Gross.Minor) { Hidden = true, Total = true },
            new("paid", text["Paid"], ExcelKind.Money, row => row.Net.Minor) { Sort = nameof(MemberReceiptSort.Paid), Total = true },
            new(Refunded, text["Refunded"], ExcelKind.Money, row => row.Refunded.Minor) { Total = true },
            new("spent", text["Redeemed"], ExcelKind.Points, row => row.RedeemedPoints.Value) { Decimals = units.PointDecimals, Total = true },
            new("accrued", text["Accrued"], ExcelKind.Points, row => row.Accrued.Value) { Decimals = units.PointDecimals, Total = true },
        ])
    {
        Sort = nameof(MemberReceiptSort.Time),
        Descending = true,
        PageSize = 20,
        Fields =
        [
            ListField.Day(ListField.From, text["From"], (MemberReceiptFilter f) => f.From, (f, value) => f with { From = value }),
            ListField.Day(ListField.To, text["To"], (MemberReceiptFilter f) => f.To, (f, value) => f with { To = value }),
        ],
    };

    /// <summary>Cards.</summary>
    public static TableList<CardRow, NoFilter> Cards(IStringLocalizer<MembersText> text, long member) => new(
        "member-cards",
        $"/members/{member}?tab=cards",
        $"/exports/member-cards.xlsx?member={member}",
        [
            new(Number, text["CardNumber"], ExcelKind.Text, row => row.Number) { Fixed = true, Sort = Number },
            new(State, text["Status"], ExcelKind.Text, row => text[$"Card{row.Status}"].Value) { Sort = State },
            new("kind", text["CardKind"], ExcelKind.Text, row => text[row.IsVirtual ? "CardVirtual" : "CardPlastic"].Value),
            new("issued", text["CardIssued"], ExcelKind.Instant, row => row.IssuedAt) { Sort = "issued" },
            new(ReplacedBy, text["CardReplacedByColumn"], ExcelKind.Text, row => row.ReplacedBy),
        ])
    {
        Sort = "none",
        PageSize = 100,
    };

    private static DateOnly DateOf(DateTime at, DisplayUnits units) => new ProgramCalendar(units.Zone).DayOf(at);
}
