using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>What the queue can show, on its page and in its workbook.</summary>
public static class DuplicatesTable
{
    /// <summary>The address of the queue.</summary>
    public const string Path = "/members/duplicates";

    public const string First = "first";
    public const string Second = "second";
    public const string Score = "score";
    public const string Reasons = "reasons";

    /// <summary>The signs that are named one by one, those for the pair first.</summary>
    public static IReadOnlyList<MatchReasons> Signs { get; } = [.. Enum.GetValues<MatchReasons>().Where(r => r != MatchReasons.None)];

    /// <summary>The queue; its state is a tab, so no chip says it.</summary>
    public static TableList<PairRow, PairFilter> List(IStringLocalizer<DuplicatesText> text, int pointDecimals) =>
        new("duplicates", Path, "/exports/duplicates.xlsx", Columns(text, pointDecimals))
        {
            Sort = Score,
            Descending = true,
            Fields =
            [
                ListField.Choice("state", text["State"], (PairFilter f) => f.State == PairState.Open ? null : f.State, (f, value) => f with { State = value ?? PairState.Open }, (PairState state) => text[$"State.{state}"]) with
                {
                    Words = _ => null,
                    ExcelWords = f => text[$"State.{f.State}"],
                },
                ListField.Choice("strength", text["Strength"], (PairFilter f) => f.Strength, (f, value) => f with { Strength = value }, (PairStrength strength) => text[$"Strength.{strength}"]),
                ListField.Choice("reason", text["Column.Reasons"], (PairFilter f) => f.Reason, (f, value) => f with { Reason = value }, (MatchReasons reason) => text[$"Reason.{reason}"]),
            ],
        };

    private static TableColumn<PairRow>[] Columns(IStringLocalizer<DuplicatesText> text, int pointDecimals) =>
    [
        new(First, text["Column.First"], ExcelKind.Text, row => row.First.Name) { Fixed = true },
        new(Second, text["Column.Second"], ExcelKind.Text, row => row.Second.Name),
        new(Score, text["Column.Score"], ExcelKind.Whole, row => row.Score),
        new(Reasons, text["Column.Reasons"], ExcelKind.Text, row => Words(text, row.Reasons)),
        new("firstId", text["Column.FirstId"], ExcelKind.Whole, row => row.First.Id) { Hidden = true },
        new("secondId", text["Column.SecondId"], ExcelKind.Whole, row => row.Second.Id) { Hidden = true },
        new("firstReceipts", text["Column.FirstReceipts"], ExcelKind.Whole, row => row.First.Receipts) { Hidden = true },
        new("secondReceipts", text["Column.SecondReceipts"], ExcelKind.Whole, row => row.Second.Receipts) { Hidden = true },
        new("receipts", text["Column.Receipts"], ExcelKind.Whole, row => row.First.Receipts + row.Second.Receipts),
        new("available", text["Column.Available"], ExcelKind.Points, row => row.First.Available + row.Second.Available) { Decimals = pointDecimals },
        new("last", text["Column.Last"], ExcelKind.Date, row => row.First.LastReceiptOn > row.Second.LastReceiptOn || row.Second.LastReceiptOn is null
            ? row.First.LastReceiptOn
            : row.Second.LastReceiptOn),
        new("found", text["Column.Found"], ExcelKind.Instant, row => row.FoundAt) { Hidden = true },
        new("decidedBy", text["Column.DecidedBy"], ExcelKind.Text, row => row.DecidedBy) { Hidden = true },
        new("decidedAt", text["Column.DecidedAt"], ExcelKind.Instant, row => row.DecidedAt) { Hidden = true },
    ];

    /// <summary>The signs in words, with commas between.</summary>
    public static string Words(IStringLocalizer<DuplicatesText> text, MatchReasons reasons) =>
        string.Join(", ", Signs.Where(sign => reasons.HasFlag(sign)).Select(sign => text[$"Reason.{sign}"].Value));
}
