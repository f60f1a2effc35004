using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>One step of a member on the ladder, for lists.</summary>
public sealed record TierStepRow
{
    public required long Id { get; init; }

    public required DateTime At { get; init; }

    public required long MemberId { get; init; }

    /// <summary>How people call the member.</summary>
    public required string Member { get; init; }

    /// <summary>Key of the level before.</summary>
    public required string From { get; init; }

    /// <summary>Key of the level after.</summary>
    public required string To { get; init; }

    public required TierCause Cause { get; init; }

    /// <summary>The metric in hundredths of its unit; null where none was looked at.</summary>
    public long? Metric { get; init; }

    /// <summary>The last local day on which the level stands without being earned again; null for good.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Why it was given by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>Who gave it by hand.</summary>
    public string? Author { get; init; }

    /// <summary>The member's page.</summary>
    public string Href => $"/members/{MemberId}";
}

/// <summary>Which steps a list shows. Days are local to the program.</summary>
public sealed record TierStepFilter
{
    public TierCause? Cause { get; init; }

    public DateOnly? From { get; init; }

    /// <summary>The last day that still counts.</summary>
    public DateOnly? To { get; init; }
}
