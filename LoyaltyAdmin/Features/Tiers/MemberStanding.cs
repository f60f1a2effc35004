using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>Where a member stands on the ladder now, and what it takes to rise and to stay (R7).</summary>
public sealed record MemberStanding
{
    /// <summary>The level that counts.</summary>
    public required TierLevel Level { get; init; }

    /// <summary>The level that was earned; another one than <see cref="Level"/> only while one is given by hand.</summary>
    public required TierLevel Earned { get; init; }

    /// <summary>Since when (UTC); null for who never left the lowest.</summary>
    public DateTime? Since { get; init; }

    public required TierMetric Metric { get; init; }

    /// <summary>The metric that counts for rising now, in whole units.</summary>
    public required decimal Value { get; init; }

    /// <summary>The level above the earned one; null on the highest.</summary>
    public TierLevel? Next { get; init; }

    /// <summary>What is missing to the next level, in whole units.</summary>
    public decimal NeededForNext { get; init; }

    /// <summary>The last local day on which the earned level stands without being earned again; null where it is for good.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>What is missing to keep the earned level beyond its last day; zero where it is kept already.</summary>
    public decimal NeededToKeep { get; init; }

    /// <summary>The last local day of a level given by hand; null where none is.</summary>
    public DateOnly? GivenUntil { get; init; }

    /// <summary>Why it was given.</summary>
    public string? GivenFor { get; init; }
}
