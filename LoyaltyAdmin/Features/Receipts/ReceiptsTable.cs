using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What the list of sales and returns is, on its page and in its workbook.</summary>
public static class ReceiptsTable
{
    public const string Kind = "kind";
    public const string Number = "number";
    public const string Member = "member";
    public const string Discount = "discount";
    public const string Redeemed = "redeemed";
    public const string Paid = "paid";

    /// <summary>The list; a member is called by what the function says.</summary>
    public static TableList<ReceiptListRow, ReceiptFilter> List(IStringLocalizer<ReceiptsText> text, int pointDecimals, Func<long, string> memberName) =>
        new("receipts", "/receipts", "/exports/receipts.xlsx", Columns(text, pointDecimals))
        {
            Sort = nameof(ReceiptSort.Time),
            Descending = true,
            Fields = Fields(text, memberName),
        };

    private static TableColumn<ReceiptListRow>[] Columns(IStringLocalizer<ReceiptsText> text, int pointDecimals) =>
    [
        new("at", text["At"], ExcelKind.Instant, row => row.OccurredAt) { Sort = nameof(ReceiptSort.Time) },
        new(Kind, text["Kind"], ExcelKind.Text, row => text[$"Kind{row.Kind}"].Value),
        new(Number, text["Number"], ExcelKind.Text, row => row.Key) { Fixed = true },
        new("ofReceipt", text["OfReceipt"], ExcelKind.Text, row => row.ReceiptKey) { Hidden = true },
        new("memberNumber", text["Excel.MemberNumber"], ExcelKind.Whole, row => row.MemberId) { Hidden = true },
        new(Member, text["Member"], ExcelKind.Text, row => row.Member),
        new("store", text["Store"], ExcelKind.Text, row => row.Store),
        new("partner", text["Partner"], ExcelKind.Text, row => row.Partner) { Hidden = true },
        new("register", text["Register"], ExcelKind.Text, row => row.Register) { Hidden = true },
        new("channel", text["Channel"], ExcelKind.Text, row => row.Channel) { Hidden = true },
        new("gross", text["Gross"], ExcelKind.Money, row => row.Gross) { Total = true },
        new(Discount, text["Discount"], ExcelKind.Money, row => row.Discount) { Total = true },
        new(Redeemed, text["PaidByPoints"], ExcelKind.Money, row => row.Redeemed) { Total = true },
        new("byGiftCard", text["ByGiftCard"], ExcelKind.Money, row => row.ByGiftCard) { Hidden = true, Total = true },
        new(Paid, text["Paid"], ExcelKind.Money, row => row.Paid) { Sort = nameof(ReceiptSort.Sum), Total = true },
        new("cardsSold", text["CardsSold"], ExcelKind.Money, row => row.CardsSold) { Hidden = true, Total = true },
        new("revenue", text["Revenue"], ExcelKind.Money, row => row.Net) { Hidden = true, Total = true },
        new("pointsSpent", text["PointsSpent"], ExcelKind.Points, row => row.RedeemedPoints) { Hidden = true, Decimals = pointDecimals, Total = true },
        new("accrued", text["Accrued"], ExcelKind.Points, row => row.Accrued) { Decimals = pointDecimals, Total = true },
    ];

    private static ListField<ReceiptFilter>[] Fields(IStringLocalizer<ReceiptsText> text, Func<long, string> memberName) =>
    [
        ListField.Text(ListField.Search, text["Number"], (ReceiptFilter f) => f.Search, (f, value) => f with { Search = value }) with
        {
            ExcelWords = f => f.Search is { } search ? text["Excel.First", search, ReceiptListQueries.MostFound].Value : null,
        },
        ListField.Day(ListField.From, text["From"], (ReceiptFilter f) => f.From, (f, value) => f with { From = value }),
        ListField.Day(ListField.To, text["To"], (ReceiptFilter f) => f.To, (f, value) => f with { To = value }),
        ListField.Choice("kind", text["Kind"], (ReceiptFilter f) => f.Kind, (f, value) => f with { Kind = value }, (ReceiptKind kind) => text[$"Kinds{kind}"]),
        ListField.Text("store", text["Store"], (ReceiptFilter f) => f.Store, (f, value) => f with { Store = value }),
        ListField.Either(
            "with",
            text["Buyer"],
            (ReceiptFilter f) => f.HasMember,
            (f, value) => f with { HasMember = value },
            ("member", text["WithMember"]),
            ("nobody", text["WithoutMember"])),
        ListField.Number("member", text["Member"], (ReceiptFilter f) => f.MemberId, (f, value) => f with { MemberId = value }, memberName),
        ListField.Number("partner", text["Partner"], (ReceiptFilter f) => f.PartnerId, (f, value) => f with { PartnerId = (int?)value }, partner => $"№ {partner}"),
    ];
}
