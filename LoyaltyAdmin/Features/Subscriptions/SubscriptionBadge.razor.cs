using LoyaltyAdmin.Domain.Subscriptions;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>The state of a subscription.</summary>
public sealed partial class SubscriptionBadge
{
    [Parameter, EditorRequired] public required SubscriptionState State { get; set; }

    /// <summary>How a state looks.</summary>
    public static string? StyleOf(SubscriptionState state) => state switch
    {
        SubscriptionState.Active => "good",
        SubscriptionState.Trial => "accent",
        SubscriptionState.PastDue or SubscriptionState.Cancelled => "careful",
        _ => null,
    };
}
