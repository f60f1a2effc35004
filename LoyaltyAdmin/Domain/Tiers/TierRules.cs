using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>The rules that judge a place on the ladder at an instant.</summary>
/// <param name="Conditions">The ladder and its rules, as in force.</param>
/// <param name="Version">The version since which this ladder is in force.</param>
/// <param name="Calendar">The program's days.</param>
/// <param name="PartsOfPoint">Smallest parts of a point: 1, 10 or 100.</param>
public sealed record TierRules(TierConditions Conditions, int Version, ProgramCalendar Calendar, int PartsOfPoint)
{
    public TierLadder Ladder => Conditions.Ladder;

    /// <summary>How many of what purchases are counted in make a unit of the metric: hundredths of currency, parts of a point, visits.</summary>
    public int PartsOfMetric => Conditions.Metric switch
    {
        TierMetric.Spend => 100,
        TierMetric.PointsEarned => PartsOfPoint,
        _ => 1,
    };

    /// <summary>The rules by which a version judges; null where it has no levels.</summary>
    public static TierRules? Of(ProgramTimeline timeline, DateTime at)
    {
        var version = timeline.InForceAt(at);
        return version.Conditions.Tiers is { Enabled: true, Ladder.Levels.Count: > 0 } tiers
            ? new TierRules(tiers, timeline.LadderSince(version), timeline.CalendarAt(at), (int)PointsScale.Factor(timeline.Program.PointDecimals))
            : null;
    }
}
