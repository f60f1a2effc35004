using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>What the lists of statements and of a statement's operations are.</summary>
public static class SettlementsTable
{
    public const string Number = "number";
    public const string Payable = "payable";

    /// <summary>Statements of a partner.</summary>
    public static TableList<SettlementRow, NoFilter> List(IStringLocalizer<PartnersText> text, DisplayUnits units, int partner) => new(
        "settlements",
        $"/partners/{partner}",
        $"{PartnersFeature.SettlementsExport}?partner={partner}",
        [
            new(Number, text["Statement"], ExcelKind.Text, row => Name(row, text)) { Fixed = true },
            new("from", text["FromDay"], ExcelKind.Date, row => row.From),
            new("to", text["LastDay"], ExcelKind.Date, row => row.LastDay),
            new("issued", text["IssuedThere"], ExcelKind.Points, row => row.Issued) { Decimals = units.PointDecimals, Total = true },
            new("redeemed", text["RedeemedThere"], ExcelKind.Points, row => row.Redeemed) { Decimals = units.PointDecimals, Total = true },
            new(Payable, text["Payable"], ExcelKind.Money, row => row.Payable) { Total = true },
            new("closed", text["ClosedAt"], ExcelKind.Instant, row => row.ClosedAt),
            new("closedBy", text["ClosedBy"], ExcelKind.Text, row => row.ClosedBy) { Hidden = true },
        ])
    {
        Sort = "latest",
        PageSize = 20,
    };

    /// <summary>Operations of a statement; its workbook is the statement itself.</summary>
    public static TableList<SettlementOperationRow, NoFilter> Operations(IStringLocalizer<PartnersText> text, DisplayUnits units, int settlement) => new(
        "settlement-operations",
        $"/settlements/{settlement}",
        $"{PartnersFeature.StatementExport}?id={settlement}",
        [
            new("at", text["At"], ExcelKind.Instant, row => row.At),
            new(Number, text["ReceiptNumber"], ExcelKind.Text, row => row.Receipt) { Fixed = true },
            new("return", text["ReturnNumber"], ExcelKind.Text, row => row.Return),
            new("member", text["Member"], ExcelKind.Text, row => row.Member),
            .. Points(text, units),
            new("turnover", text["PaidThere"], ExcelKind.Money, row => row.Operation.Turnover.Minor - row.Operation.Refund.Minor) { Total = true },
            new("recorded", text["Processed"], ExcelKind.Instant, row => row.Operation.RecordedAt) { Hidden = true },
        ])
    {
        Sort = "processed",
        PageSize = 20,
    };

    /// <summary>What a statement is called.</summary>
    public static string Name(SettlementRow row, IStringLocalizer<PartnersText> text) =>
        row.Status == SettlementStatus.Draft ? text["Draft"] : text["NumberOf", row.Number!.Value];

    /// <summary>The points of an operation, column by column.</summary>
    public static IReadOnlyList<TableColumn<SettlementOperationRow>> Points(IStringLocalizer<PartnersText> text, DisplayUnits units) =>
    [
        new("issued", text["Issued"], ExcelKind.Points, row => row.Operation.Issued.Value) { Decimals = units.PointDecimals, Total = true },
        new("reversed", text["Reversed"], ExcelKind.Points, row => row.Operation.Reversed.Value) { Decimals = units.PointDecimals, Total = true },
        new("redeemed", text["Redeemed"], ExcelKind.Points, row => row.Operation.Redeemed.Value) { Decimals = units.PointDecimals, Total = true },
        new("restored", text["Restored"], ExcelKind.Points, row => row.Operation.Restored.Value) { Decimals = units.PointDecimals, Total = true },
    ];
}
