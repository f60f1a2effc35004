using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>The levels from the lowest up; one can be put in anywhere, for each keeps its key whatever its place and name.</summary>
public sealed partial class LevelsSection
{
    [Inject] public required Refusals Refusals { get; init; }

    private IReadOnlyList<TierLevel> Levels => Form.Conditions.Tiers.Ladder.Levels;

    private bool BySteps => Form.Conditions.Accrual.Mode == AccrualMode.Steps;

    private string RateWords => BySteps ? "Tiers.Level.AccrualSteps" : "Tiers.Level.AccrualRate";

    private string RateUnit => BySteps ? PointsWord : "%";

    private string MainRate => Plain(BySteps ? Form.Conditions.Accrual.StepPoints : Form.Conditions.Accrual.Percent);

    private string MetricUnit => Form.Conditions.Tiers.Metric switch
    {
        TierMetric.Spend => Currency,
        TierMetric.PointsEarned => PointsWord,
        _ => Text["VisitsUnit"],
    };

    /// <summary>A key that no other level has.</summary>
    public static string NewKey() => Guid.NewGuid().ToString("N")[..12];

    private static string Field(int place, string setting) => $"Tiers.Ladder.{place}.{setting}";

    private static string Plain(decimal number) => Wording.Plain(number);

    private void Change(int place, Func<TierLevel, TierLevel> change) =>
        Put([.. Levels.Select((level, i) => i == place ? change(level) : level)]);

    private void Remove(int place) => Put([.. Levels.Where((_, i) => i != place)]);

    /// <summary>Half way between its neighbours, or as far above the top as that is above the one below.</summary>
    private void Insert(int place)
    {
        var below = Levels[place - 1].Threshold;
        var threshold = place < Levels.Count
            ? Math.Floor((below + Levels[place].Threshold) / 2)
            : place > 1 ? below + (below - Levels[place - 2].Threshold) : below + 10_000;
        Put([.. Levels.Take(place), new TierLevel { Key = NewKey(), Name = "", Threshold = threshold }, .. Levels.Skip(place)]);
    }

    private void Put(IReadOnlyList<TierLevel> levels) => Form.Tiers(t => t with { Ladder = new TierLadder { Levels = levels } });
}
