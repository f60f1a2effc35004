using LoyaltyAdmin.Domain.Subscriptions;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>A subscription in lists.</summary>
public sealed record SubscriptionRow
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    /// <summary>How people call the member.</summary>
    public required string Member { get; init; }

    public required string Plan { get; init; }

    public required SubscriptionState State { get; init; }

    /// <summary>Since when it has this state (UTC).</summary>
    public required DateTime Since { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>The last local day of the trial or of what is paid.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>What was paid less what was given back; hundredths of a unit.</summary>
    public required long Paid { get; init; }

    /// <summary>What it has brought; hundredths of a unit.</summary>
    public required long Saved { get; init; }

    /// <summary>The member's page.</summary>
    public string Href => $"/members/{MemberId}";
}

/// <summary>Which subscriptions a list shows.</summary>
public sealed record SubscriptionFilter
{
    public long? PlanId { get; init; }

    public SubscriptionState? State { get; init; }
}

/// <summary>By what the list can be ordered.</summary>
public enum SubscriptionSort
{
    Started,
    PaidUntil,
    Saved,
}
