using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>What the list of referrals is, on its page and in its workbook.</summary>
public static class ReferralsTable
{
    public const string Referrer = "referrer";
    public const string Friend = "friend";
    public const string State = "state";
    public const string Purchase = "purchase";

    /// <summary>The list.</summary>
    public static TableList<ReferralRow, ReferralFilter> List(IStringLocalizer<ReferralsText> text, int pointDecimals) => new(
        "referrals",
        "/referral",
        ReferralsFeature.Export,
        [
            new("joined", text["JoinedOn"], ExcelKind.Date, row => row.JoinedOn) { Sort = "joined" },
            new(Referrer, text["Referrer"], ExcelKind.Text, row => row.Referrer) { Fixed = true },
            new(Friend, text["Friend"], ExcelKind.Text, row => row.Friend),
            new("code", text["Code"], ExcelKind.Text, row => row.Code) { Hidden = true },
            new(State, text["State"], ExcelKind.Text, row => Words(text, row)),
            new(Purchase, text["PurchasedOn"], ExcelKind.Date, row => row.PurchasedOn),
            new("due", text["DueOn"], ExcelKind.Date, row => row.DueOn),
            new("decided", text["DecidedOn"], ExcelKind.Date, row => row.DecidedOn) { Hidden = true },
            new("referrerPoints", text["ReferrerPoints"], ExcelKind.Points, row => Given(row.ReferrerPoints)) { Decimals = pointDecimals },
            new("friendPoints", text["FriendPoints"], ExcelKind.Points, row => Given(row.FriendPoints)) { Decimals = pointDecimals },
            new("referrerNumber", text["ReferrerNumber"], ExcelKind.Whole, row => row.ReferrerId) { Hidden = true },
            new("friendNumber", text["FriendNumber"], ExcelKind.Whole, row => row.FriendId) { Hidden = true },
        ])
    {
        Sort = "joined",
        Descending = true,
        PageSize = 20,
        Fields =
        [
            ListField.Choice("state", text["State"], (ReferralFilter f) => f.State, (f, value) => f with { State = value }, (ReferralState state) => text[$"State.{state}"]),
            ListField.Choice("reason", text["Refusal"], (ReferralFilter f) => f.Refusal, (f, value) => f with { Refusal = value }, (ReferralRefusal refusal) => text[$"Refusal.{refusal}"]),
            ListField.Number("referrer", text["ReferrerNumber"], (ReferralFilter f) => f.Referrer, (f, value) => f with { Referrer = value }, number => $"№ {number}"),
            ListField.Day(ListField.From, text["FromDay"], (ReferralFilter f) => f.From, (f, value) => f with { From = value }),
            ListField.Day(ListField.To, text["ToDay"], (ReferralFilter f) => f.To, (f, value) => f with { To = value }),
        ],
    };

    private static long? Given(Points points) => points.IsZero ? null : points.Value;

    /// <summary>Where a referral stands, with the reason where there is one.</summary>
    public static string Words(IStringLocalizer<ReferralsText> text, ReferralRow row) =>
        row.Refusal is { } refusal ? $"{text[$"State.{row.State}"]}: {text[$"Refusal.{refusal}"]}" : text[$"State.{row.State}"];
}
