using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>What the dialog asks for.</summary>
public enum SubscriptionDialogKind
{
    Start,
    Pay,
    Refund,
}

/// <summary>Staff begin a subscription, take note of a payment, or give one back, each with a reason.</summary>
public sealed partial class SubscriptionDialog
{
    private readonly HashSet<string> unreadable = [];

    /// <summary>One dialog is one operation, however often its button is pressed.</summary>
    private readonly string operation = $"staff-{Guid.NewGuid():N}";

    private SubscriptionPlan chosen = null!;
    private Rejection? refused;
    private decimal amount;
    private DateOnly? lastDay;
    private string reason = "";
    private bool trial;
    private bool busy;

    [Inject] public required StartSubscription Starting { get; init; }

    [Inject] public required PaySubscription Paying { get; init; }

    [Inject] public required RefundSubscription Refunding { get; init; }

    [Inject] public required BenefitWords Words { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required SubscriptionDialogKind Kind { get; set; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    /// <summary>Whom a new subscription is for.</summary>
    [Parameter] public long MemberId { get; set; }

    /// <summary>Those that can be started.</summary>
    [Parameter] public IReadOnlyList<SubscriptionPlan> Plans { get; set; } = [];

    /// <summary>Keys of the plans that the member has tried before.</summary>
    [Parameter] public IReadOnlySet<string> Tried { get; set; } = new HashSet<string>();

    /// <summary>What is paid or given back.</summary>
    [Parameter] public SubscriptionDetails? Subscription { get; set; }

    private PlanTerms Terms => chosen.At(Clock.UtcNow).Terms;

    private bool MayTry => Terms.TrialDays > 0 && !Tried.Contains(chosen.Key);

    /// <summary>Asks for a new subscription; true when it was begun.</summary>
    public static Task<bool> StartAsync(
        DialogService dialogs, string title, Actor actor, long memberId, IReadOnlyList<SubscriptionPlan> plans, IReadOnlySet<string> tried) =>
        OpenAsync(dialogs, title, new()
        {
            [nameof(Kind)] = SubscriptionDialogKind.Start,
            [nameof(Actor)] = actor,
            [nameof(MemberId)] = memberId,
            [nameof(Plans)] = plans,
            [nameof(Tried)] = tried,
        });

    /// <summary>Asks for a payment; true when it was noted.</summary>
    public static Task<bool> PayAsync(DialogService dialogs, string title, Actor actor, SubscriptionDetails subscription) =>
        OpenAsync(dialogs, title, new() { [nameof(Kind)] = SubscriptionDialogKind.Pay, [nameof(Actor)] = actor, [nameof(Subscription)] = subscription });

    /// <summary>Asks what is given back; true when it was noted.</summary>
    public static Task<bool> RefundAsync(DialogService dialogs, string title, Actor actor, SubscriptionDetails subscription) =>
        OpenAsync(dialogs, title, new() { [nameof(Kind)] = SubscriptionDialogKind.Refund, [nameof(Actor)] = actor, [nameof(Subscription)] = subscription });

    protected override void OnInitialized()
    {
        if (Kind == SubscriptionDialogKind.Start)
        {
            Choose(Plans[0].Key);
        }
        else
        {
            amount = (Kind == SubscriptionDialogKind.Pay ? Subscription!.Terms.Fee : Subscription!.Refundable).Amount;
        }
    }

    private static async Task<bool> OpenAsync(DialogService dialogs, string title, Dictionary<string, object?> parameters) =>
        await dialogs.OpenAsync<SubscriptionDialog>(title, parameters!, new DialogOptions { Width = "min(520px, 92vw)" }) is true;

    private string? Error(string field) => refused?.Field == field ? Refusals.TextOf(refused) : null;

    private void Choose(string key)
    {
        chosen = Plans.First(p => p.Key == key);
        amount = Terms.Fee.Amount;
        trial = MayTry;
    }

    private async Task SendAsync()
    {
        if (busy || unreadable.Count > 0)
        {
            return;
        }

        busy = true;
        try
        {
            refused = (await DoAsync()).Rejection;
            if (refused is null)
            {
                Dialogs.Close(true);
            }
        }
        finally
        {
            busy = false;
        }
    }

    private Task<Result<SubscriptionDone>> DoAsync() => Kind switch
    {
        SubscriptionDialogKind.Start => Starting.ExecuteAsync(
            Actor,
            new StartOrder { MemberId = MemberId, Plan = chosen.Key, Trial = trial, Amount = trial ? null : Money.Of(amount), OperationId = operation, Reason = reason },
            CancellationToken.None),
        SubscriptionDialogKind.Pay => Paying.ExecuteAsync(
            Actor, new PaymentOrder { SubscriptionId = Subscription!.Id, Amount = Money.Of(amount), OperationId = operation, Reason = reason }, CancellationToken.None),
        _ => Refunding.ExecuteAsync(
            Actor, new RefundOrder { SubscriptionId = Subscription!.Id, Amount = Money.Of(amount), LastDay = lastDay, OperationId = operation, Reason = reason }, CancellationToken.None),
    };
}
