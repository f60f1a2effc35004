using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What a list of members can show, on its page and in its workbook.</summary>
public static class MembersTable
{
    /// <summary>Under which a person's choice is remembered.</summary>
    public const string Remembered = "members";

    public const string Name = "name";
    public const string LastReceipt = "lastReceipt";

    /// <summary>All columns, in the order of the list's own choice.</summary>
    public static IReadOnlyList<TableColumn<MemberRow>> Columns(IStringLocalizer<MembersText> text, int pointDecimals) =>
    [
        new("id", "№", ExcelKind.Whole, row => row.Id) { Hidden = true },
        new(Name, text["Name"], ExcelKind.Text, row => row.DisplayName) { Fixed = true, Sort = nameof(MemberSort.Name) },
        new("lastName", text["LastName"], ExcelKind.Text, row => row.LastName) { Hidden = true },
        new("firstName", text["FirstName"], ExcelKind.Text, row => row.FirstName) { Hidden = true },
        new("phone", text["Phone"], ExcelKind.Text, row => row.Phone),
        new("email", text["Email"], ExcelKind.Text, row => row.Email) { Hidden = true },
        new("card", text["Card"], ExcelKind.Text, row => row.Card),
        new("externalId", text["ExternalId"], ExcelKind.Text, row => row.ExternalId) { Hidden = true },
        new("status", text["Status"], ExcelKind.Text, row => text[$"Status{row.Status}"].Value) { Hidden = true },
        new("joined", text["Joined"], ExcelKind.Date, row => row.JoinedOn) { Sort = nameof(MemberSort.Joined) },
        new(LastReceipt, text["LastReceipt"], ExcelKind.Date, row => row.LastReceiptOn) { Sort = nameof(MemberSort.LastReceipt) },
        new("receipts", text["Receipts"], ExcelKind.Whole, row => row.Receipts) { Sort = nameof(MemberSort.Receipts), Total = true },
        new("revenue", text["Revenue"], ExcelKind.Money, row => row.NetRevenueMinor) { Sort = nameof(MemberSort.Revenue), Total = true },
        new("available", text["Available"], ExcelKind.Points, row => row.Available.Value) { Sort = nameof(MemberSort.Available), Decimals = pointDecimals, Total = true },
    ];
}
