using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>What the lists of orders and the sales report are, on their pages and in their workbooks.</summary>
public static class GiftCardOrdersTable
{
    public const string Key = "order";
    public const string Status = "status";

    /// <summary>Orders, the latest first.</summary>
    public static TableList<GiftCardOrderRow, GiftCardOrderFilter> Orders(IStringLocalizer<GiftCardsText> text) => new(
        "gift-card-orders",
        "/gift-cards?tab=orders",
        "/exports/gift-card-orders.xlsx",
        [
            new(Key, text["Order"], ExcelKind.Text, row => row.Key) { Fixed = true },
            new(Status, text["Status"], ExcelKind.Text, row => text[$"Order{row.Status}"].Value),
            new("series", text["Series"], ExcelKind.Text, row => row.Series),
            new("count", text["CardsCount"], ExcelKind.Whole, row => row.Count) { Total = true },
            new("sum", text["Amount"], ExcelKind.Money, row => row.Sum) { Total = true },
            new("buyer", text["Buyer"], ExcelKind.Text, row => row.Buyer),
            new("recipient", text["Recipient"], ExcelKind.Text, row => row.Recipient) { Hidden = true },
            new("tracking", text["Tracking"], ExcelKind.Text, row => row.Tracking),
            new("created", text["Ordered"], ExcelKind.Instant, row => row.CreatedAt) { Sort = "created" },
        ])
    {
        Sort = "created",
        Descending = true,
        Fields =
        [
            ListField.Text(ListField.Search, text["Order"], (GiftCardOrderFilter f) => f.Search, (f, value) => f with { Search = value }),
            ListField.Choice("status", text["Status"], (GiftCardOrderFilter f) => f.Status, (f, value) => f with { Status = value }, (GiftCardOrderStatus status) => text[$"Order{status}"]),
        ],
    };

    /// <summary>The report of sales.</summary>
    public static TableList<GiftCardSalesRow, GiftCardSalesFilter> Sales(IStringLocalizer<GiftCardsText> text) => new(
        "gift-card-sales",
        "/gift-cards?tab=sales",
        "/exports/gift-card-sales.xlsx",
        [
            new("name", text["SalesName"], ExcelKind.Text, row => row.Name.Length == 0 ? text["SalesNone"].Value : row.Name) { Fixed = true, Sort = "name" },
            new("sold", text["SalesSold"], ExcelKind.Whole, row => row.Sold) { Sort = "sold", Total = true },
            new("nominal", text["Nominal"], ExcelKind.Money, row => row.Nominal) { Sort = "nominal", Total = true },
            new("redeemed", text["Redeemed"], ExcelKind.Money, row => row.Redeemed) { Sort = "redeemed", Total = true },
            new("remaining", text["Remaining"], ExcelKind.Money, row => row.Remaining) { Sort = "remaining", Total = true },
        ])
    {
        Sort = "name",
        Fields =
        [
            ListField.Choice("by", text["SalesBy"], (GiftCardSalesFilter f) => f.By, (f, value) => f with { By = value }, (GiftCardSalesBy by) => text[$"SalesBy{by}"]),
            ListField.Day(ListField.From, text["SoldFrom"], (GiftCardSalesFilter f) => f.From, (f, value) => f with { From = value }),
            ListField.Day(ListField.To, text["SoldTo"], (GiftCardSalesFilter f) => f.To, (f, value) => f with { To = value }),
        ],
    };
}
