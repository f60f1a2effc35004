using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>The queue of members who look like one: state, filters and page are in the address.</summary>
public sealed partial class DuplicatesPage
{
    private Choice<PairStrength?>[] strengths = [];
    private Choice<MatchReasons?>[] reasons = [];

    [Inject] public required DuplicateQueries Queries { get; init; }

    [Inject] public required FindDuplicates Find { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    private IEnumerable<string> Figures => [Text["Found", Shown!.Total]];

    protected override TableList<PairRow, PairFilter> Describe() => DuplicatesTable.List(Text, Units.PointDecimals);

    protected override Task OpenAsync()
    {
        strengths = [new(Text["Strength.Any"], null), .. Enum.GetValues<PairStrength>().Select(s => new Choice<PairStrength?>(Text[$"Strength.{s}"], s))];
        reasons = [new(Text["Reason.Any"], null), .. DuplicatesTable.Signs.Select(s => new Choice<MatchReasons?>(Text[$"Reason.{s}"], s))];
        return Task.CompletedTask;
    }

    protected override Task<Page<PairRow>> ReadAsync(ListState<PairFilter> state, PageRequest page) => Queries.ListAsync(state.Filter, page, Cancelled);

    private string TabOf(PairState state) => DuplicatesTable.List(Text, Units.PointDecimals).AddressOf(State with { Filter = new PairFilter { State = state }, Page = 1 });

    private async Task FindAsync(string? reason)
    {
        var found = await Find.ExecuteAsync(Actor, progress: null, Cancelled);
        Refusals.Done(found == 0 ? Text["FoundNone"] : Text["FoundNew", found]);
        await ReloadAsync();
    }
}
