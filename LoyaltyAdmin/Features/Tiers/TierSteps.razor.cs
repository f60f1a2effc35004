using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>Who moved on the ladder, when and why; the latest first.</summary>
public sealed partial class TierSteps
{
    private Choice<TierCause?>[] causes = [];

    [Inject] public required TierStepQueries Queries { get; init; }

    /// <summary>The levels in force, for their names.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<TierLevel> Levels { get; set; }

    private IEnumerable<string> Figures => [Text["StepsFound", Shown!.Total]];

    protected override TableList<TierStepRow, TierStepFilter> Describe() => TierStepsTable.List(Text, NameOf);

    protected override Task OpenAsync()
    {
        causes = [new(Text["AnyCause"], null), .. Enum.GetValues<TierCause>().Select(c => new Choice<TierCause?>(Text[$"Cause.{c}"], c))];
        return Task.CompletedTask;
    }

    protected override Task<Page<TierStepRow>> ReadAsync(ListState<TierStepFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, !state.Descending, page, Cancelled);

    private static string? StyleOf(TierStepRow row) => row.Cause switch
    {
        TierCause.Raised or TierCause.Renewed => "good",
        TierCause.Lowered or TierCause.Returned => "careful",
        _ => "accent",
    };

    private string NameOf(string key) => Levels.FirstOrDefault(l => l.Key == key)?.Name ?? Text["GoneLevel"];
}
