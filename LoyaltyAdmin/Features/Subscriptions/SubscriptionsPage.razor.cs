using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Who subscribes to what, and where each subscription stands.</summary>
public sealed partial class SubscriptionsPage
{
    private Choice<long?>[] plans = [];
    private Choice<SubscriptionState?>[] states = [];

    [Inject] public required SubscriptionListQueries Queries { get; init; }

    [Inject] public required PlanQueries Plans { get; init; }

    private IEnumerable<string> Figures => [Text["SubscriptionsFound", Shown!.Total]];

    protected override TableList<SubscriptionRow, SubscriptionFilter> Describe() =>
        SubscriptionsTable.List(Text, id => plans.FirstOrDefault(p => p.Value == id)?.Text ?? "—");

    protected override async Task OpenAsync()
    {
        plans = [new(Text["AnyPlan"], null), .. (await Plans.AllAsync(Cancelled)).Select(p => new Choice<long?>(p.Name, p.Id))];
        states = [new(Text["AnyState"], null), .. Enum.GetValues<SubscriptionState>().Select(s => new Choice<SubscriptionState?>(Text[$"State.{s}"], s))];
    }

    protected override Task<Page<SubscriptionRow>> ReadAsync(ListState<SubscriptionFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, Enum.Parse<SubscriptionSort>(state.Sort), state.Descending, page, Cancelled);
}
