using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>A member's subscriptions: state, paid until, saved so far against what was paid, what happened, and what can be done.</summary>
public sealed partial class MemberPlansCard
{
    private IReadOnlyList<SubscriptionDetails>? subscriptions;
    private Actor? actor;
    private AccrualMode mode;
    private bool mayManage;
    private bool sold;
    private long shown;

    [Inject] public required SubscriptionQueries Queries { get; init; }

    [Inject] public required PlanQueries Plans { get; init; }

    [Inject] public required CancelSubscription Cancelling { get; init; }

    [Inject] public required BenefitWords Words { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required long MemberId { get; set; }

    /// <summary>Told when something was done.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (shown != MemberId)
        {
            shown = MemberId;
            actor = await ActorAsync();
            mayManage = actor.May(Permission.SubscriptionsManage);
            mode = (await Timelines.GetAsync(Cancelled)).InForceAt(Clock.UtcNow).Conditions.Accrual.Mode;
            sold = (await Plans.AllAsync(Cancelled)).Any(p => p.IsSold);
            await ReadAsync();
        }
    }

    private async Task ReadAsync() => subscriptions = await Queries.OfMemberAsync(MemberId, Cancelled);

    private string Standing(SubscriptionDetails one) => one.State switch
    {
        SubscriptionState.Trial => Text["Standing.Trial", Formats.Date(one.LastDay), Formats.Money(one.Terms.Fee, Units.Currency)],
        SubscriptionState.Active => Text["Standing.Active", Formats.Date(one.LastDay), Formats.Money(one.Terms.Fee, Units.Currency)],
        SubscriptionState.PastDue => Text["Standing.PastDue", Formats.Date(one.LastDay), one.BenefitsThrough is { } last ? Formats.Date(last) : ""],
        SubscriptionState.Cancelled => Text["Standing.Cancelled", Formats.Date(one.LastDay)],
        SubscriptionState.Lapsed => Text["Standing.Lapsed", Formats.Date(one.Since, Units.Zone)],
        _ => Text["Standing.Ended", Formats.Date(one.Since, Units.Zone)],
    };

    private string Told(SubscriptionEvent happened) => happened.Kind switch
    {
        SubscriptionEventKind.Started => happened.TrialDays > 0 ? Text["Happened.Trial", Words.Days(happened.TrialDays)] : Text["Happened.Started"],
        SubscriptionEventKind.Paid => Text["Happened.Paid", Formats.Money(happened.Amount, Units.Currency), Words.Term(happened.Unit, happened.Length)],
        SubscriptionEventKind.Refunded => Text["Happened.Refunded", Formats.Money(happened.Amount, Units.Currency)],
        _ => Text["Happened.Cancelled"],
    };

    private string CancelQuestion(SubscriptionDetails one) =>
        one.State == SubscriptionState.PastDue ? Text["CancelNow", one.PlanName] : Text["CancelConsequence", one.PlanName, Formats.Date(one.LastDay)];

    private async Task StartAsync()
    {
        var plans = (await Plans.AllAsync(Cancelled)).Where(p => p.IsSold).ToList();
        var had = subscriptions!.Where(s => s.Events.Any(e => e.TrialDays > 0)).Select(s => s.PlanKey).ToHashSet();
        await AfterAsync(SubscriptionDialog.StartAsync(Dialogs, Text["StartTitle"], actor!, MemberId, plans, had));
    }

    private Task PayAsync(SubscriptionDetails one) => AfterAsync(SubscriptionDialog.PayAsync(Dialogs, Text["PayTitle", one.PlanName], actor!, one));

    private Task RefundAsync(SubscriptionDetails one) => AfterAsync(SubscriptionDialog.RefundAsync(Dialogs, Text["RefundTitle", one.PlanName], actor!, one));

    private async Task CancelAsync(SubscriptionDetails one, string? reason)
    {
        var done = await Cancelling.ExecuteAsync(actor!, new CancelOrder { SubscriptionId = one.Id, Reason = reason ?? "" }, Cancelled);
        if (done.Rejection is { } rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        await AfterAsync(Task.FromResult(true));
    }

    private async Task AfterAsync(Task<bool> work)
    {
        if (await work)
        {
            await ReadAsync();
            StateHasChanged();
            await Changed.InvokeAsync();
            Refusals.Done(Text["Noted"]);
        }
    }
}
