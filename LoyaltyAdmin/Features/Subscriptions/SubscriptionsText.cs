namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Key of the texts of plans and subscriptions.</summary>
public sealed class SubscriptionsText;
