using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What a list of sales and returns can show, on its page and in its workbook.</summary>
public static class ReceiptsTable
{
    /// <summary>Under which a person's choice is remembered.</summary>
    public const string Remembered = "receipts";

    public const string Kind = "kind";
    public const string Number = "number";
    public const string Member = "member";
    public const string Discount = "discount";
    public const string Redeemed = "redeemed";

    /// <summary>All columns, in the order of the list's own choice.</summary>
    public static IReadOnlyList<TableColumn<ReceiptListRow>> Columns(IStringLocalizer<ReceiptsText> text, int pointDecimals) =>
    [
        new("at", text["At"], ExcelKind.Instant, row => row.OccurredAt) { Sort = nameof(ReceiptSort.Time) },
        new(Kind, text["Kind"], ExcelKind.Text, row => text[$"Kind{row.Kind}"].Value),
        new(Number, text["Number"], ExcelKind.Text, row => row.Key) { Fixed = true },
        new("ofReceipt", text["OfReceipt"], ExcelKind.Text, row => row.ReceiptKey) { Hidden = true },
        new("memberNumber", text["Excel.MemberNumber"], ExcelKind.Whole, row => row.MemberId) { Hidden = true },
        new(Member, text["Member"], ExcelKind.Text, row => row.Member),
        new("store", text["Store"], ExcelKind.Text, row => row.Store),
        new("register", text["Register"], ExcelKind.Text, row => row.Register) { Hidden = true },
        new("channel", text["Channel"], ExcelKind.Text, row => row.Channel) { Hidden = true },
        new("gross", text["Gross"], ExcelKind.Money, row => row.Gross) { Total = true },
        new(Discount, text["Discount"], ExcelKind.Money, row => row.Discount) { Total = true },
        new(Redeemed, text["PaidByPoints"], ExcelKind.Money, row => row.Redeemed) { Total = true },
        new("paid", text["Paid"], ExcelKind.Money, row => row.Paid) { Sort = nameof(ReceiptSort.Sum), Total = true },
        new("pointsSpent", text["PointsSpent"], ExcelKind.Points, row => row.RedeemedPoints) { Hidden = true, Decimals = pointDecimals, Total = true },
        new("accrued", text["Accrued"], ExcelKind.Points, row => row.Accrued) { Decimals = pointDecimals, Total = true },
    ];
}
