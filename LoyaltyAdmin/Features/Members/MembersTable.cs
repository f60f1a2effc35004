using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>What the list of members is, on its page and in its workbook.</summary>
public static class MembersTable
{
    public const string Name = "name";
    public const string Tier = "tier";
    public const string LastReceipt = "lastReceipt";

    public static TableList<MemberRow, MemberFilter> List(IStringLocalizer<MembersText> text, int pointDecimals, IReadOnlyList<TierLevel> levels) =>
        new("members", "/members", "/exports/members.xlsx", [.. Columns(text, pointDecimals).Where(c => c.Key != Tier || levels.Count > 0)])
        {
            Sort = nameof(MemberSort.Name),
            Fields = Fields(text, levels),
        };

    private static TableColumn<MemberRow>[] Columns(IStringLocalizer<MembersText> text, int pointDecimals) =>
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
        new(Tier, text["Tier"], ExcelKind.Text, row => row.Tier),
        new("joined", text["Joined"], ExcelKind.Date, row => row.JoinedOn) { Sort = nameof(MemberSort.Joined) },
        new(LastReceipt, text["LastReceipt"], ExcelKind.Date, row => row.LastReceiptOn) { Sort = nameof(MemberSort.LastReceipt) },
        new("receipts", text["Receipts"], ExcelKind.Whole, row => row.Receipts) { Sort = nameof(MemberSort.Receipts), Total = true },
        new("revenue", text["Revenue"], ExcelKind.Money, row => row.NetRevenueMinor) { Sort = nameof(MemberSort.Revenue), Total = true },
        new("available", text["Available"], ExcelKind.Points, row => row.Available.Value) { Sort = nameof(MemberSort.Available), Decimals = pointDecimals, Total = true },
    ];

    private static ListField<MemberFilter>[] Fields(IStringLocalizer<MembersText> text, IReadOnlyList<TierLevel> levels) =>
    [
        ListField.Text(ListField.Search, text["SearchField"], (MemberFilter f) => f.Search, (f, value) => f with { Search = value }),
        ListField.Choice(
            "status", text["Status"], (MemberFilter f) => f.Status, (f, value) => f with { Status = value }, (MemberStatus status) => text[$"Status{status}"]),
        ListField.Text(Tier, text["Tier"], (MemberFilter f) => f.Tier, (f, value) => f with { Tier = value }) with
        {
            Words = f => f.Tier is { } key ? levels.FirstOrDefault(l => l.Key == key)?.Name ?? key : null,
        },
        ListField.Choice(
            "quality", text["Quality"], (MemberFilter f) => f.Quality, (f, value) => f with { Quality = value }, (ProfileQuality quality) => text[$"Quality{quality}"]),
        ListField.Day("joinedFrom", text["JoinedFrom"], (MemberFilter f) => f.JoinedFrom, (f, value) => f with { JoinedFrom = value }),
        ListField.Day("joinedTo", text["JoinedTo"], (MemberFilter f) => f.JoinedTo, (f, value) => f with { JoinedTo = value }),
        ListField.Either(
            "balance",
            text["Balance"],
            (MemberFilter f) => f.HasBalance,
            (f, value) => f with { HasBalance = value },
            ("yes", text["WithBalance"]),
            ("no", text["WithoutBalance"])),
        ListField.Day("noPurchaseSince", text["NoPurchaseSince"], (MemberFilter f) => f.NoPurchaseSince, (f, value) => f with { NoPurchaseSince = value }),
    ];
}
