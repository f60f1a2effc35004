using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>What lifts members and how long it lasts.</summary>
public sealed partial class TierRulesSection
{
    /// <summary>Thresholds of the levels that a new ladder begins with.</summary>
    private static readonly decimal[] FirstThresholds = [0, 20_000, 60_000];

    private TierConditions T => Form.Conditions.Tiers;

    /// <summary>A ladder that is switched on for the first time has three levels to begin with.</summary>
    private void Enable(bool on) => Form.Tiers(t => t with
    {
        Enabled = on,
        Ladder = on && t.Ladder.Levels.Count == 0
            ? new TierLadder { Levels = [.. FirstThresholds.Select((threshold, i) => new TierLevel { Key = LevelsSection.NewKey(), Name = Text[$"Level.First.{i}"], Threshold = threshold })] }
            : t.Ladder,
    });
}
