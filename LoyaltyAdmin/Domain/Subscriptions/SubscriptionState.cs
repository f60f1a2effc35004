namespace LoyaltyAdmin.Domain.Subscriptions;

/// <summary>Where a subscription stands (R17). Up to <see cref="Cancelled"/> there are benefits.</summary>
public enum SubscriptionState
{
    /// <summary>Tried for nothing.</summary>
    Trial,

    /// <summary>Paid.</summary>
    Active,

    /// <summary>The end came and no payment: the benefits go on for the days of grace.</summary>
    PastDue,

    /// <summary>Will not be renewed; the benefits last to the end of what is paid.</summary>
    Cancelled,

    /// <summary>Over, because the renewal was not paid.</summary>
    Lapsed,

    /// <summary>Over, because it was cancelled or its money given back.</summary>
    Ended,
}

/// <summary>Words on states.</summary>
public static class SubscriptionStates
{
    /// <summary>Whether purchases have the plan's benefits.</summary>
    public static bool HasBenefits(this SubscriptionState state) => state <= SubscriptionState.Cancelled;

    /// <summary>Whether the member is a paying subscriber who is going to renew, as far as one knows.</summary>
    public static bool IsPaying(this SubscriptionState state) => state is SubscriptionState.Active or SubscriptionState.PastDue;
}
