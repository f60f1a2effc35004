using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>A level with how many members stand on it.</summary>
public sealed record LevelShare(TierLevel Level, int Members);

/// <summary>The ladder in force with who stands where.</summary>
/// <param name="Conditions">The conditions in force.</param>
/// <param name="Version">The version since which this ladder is in force.</param>
/// <param name="Levels">From the lowest up.</param>
public sealed record LadderOverview(ProgramConditions Conditions, int Version, IReadOnlyList<LevelShare> Levels)
{
    public int Members => Levels.Sum(l => l.Members);
}
