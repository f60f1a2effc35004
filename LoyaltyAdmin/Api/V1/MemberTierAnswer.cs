using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Tiers;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Where a member stands on the ladder.</summary>
public sealed record MemberTierAnswer
{
    /// <summary>The level that purchases are computed by.</summary>
    public required TierAnswer Tier { get; init; }

    /// <summary>The last day of a level that was given by hand; null where none is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateOnly? GivenUntil { get; init; }

    /// <summary>What counts: spend, pointsEarned or visits.</summary>
    public required string Metric { get; init; }

    /// <summary>How much counts so far: units of currency, points or visits.</summary>
    public required decimal Value { get; init; }

    /// <summary>The next level; null on the highest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public TierAnswer? Next { get; init; }

    /// <summary>What is missing to the next level.</summary>
    public required decimal NeededForNext { get; init; }

    /// <summary>The last day of the earned level unless it is earned again; null where it is for good.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public DateOnly? LastDay { get; init; }

    /// <summary>What is missing to keep the earned level beyond that day.</summary>
    public required decimal NeededToKeep { get; init; }

    internal static MemberTierAnswer Of(MemberStanding standing) => new()
    {
        Tier = TierAnswer.Of(standing.Level),
        GivenUntil = standing.GivenUntil,
        Metric = JsonNamingPolicy.CamelCase.ConvertName(standing.Metric.ToString()),
        Value = standing.Value,
        Next = standing.Next is { } next ? TierAnswer.Of(next) : null,
        NeededForNext = standing.NeededForNext,
        LastDay = standing.LastDay,
        NeededToKeep = standing.NeededToKeep,
    };
}

/// <summary>A level.</summary>
/// <param name="Key">Stays the same when the level is renamed.</param>
/// <param name="Name">As customers know it.</param>
/// <param name="Threshold">What the metric must reach.</param>
/// <param name="Privileges">What else it gives, in words.</param>
public sealed record TierAnswer(string Key, string Name, decimal Threshold, string Privileges)
{
    internal static TierAnswer Of(TierLevel level) => new(level.Key, level.Name, level.Threshold, level.Privileges);
}
