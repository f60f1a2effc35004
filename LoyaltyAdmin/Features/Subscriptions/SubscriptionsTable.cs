using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>What the list of subscriptions is, on its page and in its workbook.</summary>
public static class SubscriptionsTable
{
    public const string Member = "member";
    public const string State = "state";

    public static TableList<SubscriptionRow, SubscriptionFilter> List(IStringLocalizer<SubscriptionsText> text, Func<long, string> planName) => new(
        "subscriptions",
        "/plans/subscriptions",
        SubscriptionsFeature.ListExport,
        [
            new("id", "№", ExcelKind.Whole, row => row.Id) { Hidden = true },
            new(Member, text["Member"], ExcelKind.Text, row => row.Member) { Fixed = true },
            new("memberNumber", text["MemberNumber"], ExcelKind.Whole, row => row.MemberId) { Hidden = true },
            new("plan", text["Plan"], ExcelKind.Text, row => row.Plan),
            new(State, text["State"], ExcelKind.Text, row => text[$"State.{row.State}"].Value),
            new("since", text["Since"], ExcelKind.Instant, row => row.Since) { Hidden = true },
            new("started", text["StartedAt"], ExcelKind.Instant, row => row.StartedAt) { Sort = nameof(SubscriptionSort.Started) },
            new("paidThrough", text["PaidThrough"], ExcelKind.Date, row => row.LastDay) { Sort = nameof(SubscriptionSort.PaidUntil) },
            new("paid", text["Paid"], ExcelKind.Money, row => row.Paid) { Total = true },
            new("saved", text["Saved"], ExcelKind.Money, row => row.Saved) { Sort = nameof(SubscriptionSort.Saved), Total = true },
        ])
    {
        Sort = nameof(SubscriptionSort.Started),
        Descending = true,
        Fields =
        [
            ListField.Number("plan", text["Plan"], (SubscriptionFilter f) => f.PlanId, (f, value) => f with { PlanId = value }, planName),
            ListField.Choice("state", text["State"], (SubscriptionFilter f) => f.State, (f, value) => f with { State = value }, (SubscriptionState state) => text[$"State.{state}"]),
        ],
    };
}
