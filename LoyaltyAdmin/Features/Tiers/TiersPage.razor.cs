using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Charts;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>The ladder in force, who stands where, and who moved.</summary>
public sealed partial class TiersPage
{
    private LadderOverview? ladder;
    private ChartOptions? chart;
    private int? draftNumber;
    private bool loaded;
    private bool mayEdit;

    [Inject] public required TierQueries Queries { get; init; }

    [Inject] public required Programs.ProgramQueries Programs { get; init; }

    [Inject] public required Programs.ConditionsWords Words { get; init; }

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        mayEdit = actor.May(Permission.ProgramEdit);
        ladder = await Queries.LadderAsync(Cancelled);
        var overview = await Programs.OverviewAsync(actor, Cancelled);
        draftNumber = overview.DraftVersion is { } draft && draft.Conditions.Tiers != overview.InForce.Conditions.Tiers ? draft.Number : null;
        chart = ladder is null ? null : ChartOf(ladder);
        loaded = true;
    }

    private string Width(LevelShare share) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(ladder!.Members == 0 ? 0 : share.Members * 100d / ladder.Members):0.#}%");

    private ChartOptions ChartOf(LadderOverview overview) => new()
    {
        Title = Text["ByLevel"],
        Kind = ChartKind.Donut,
        Categories = [.. overview.Levels.Select(l => l.Level.Name)],
        Series = [new ChartSeries(Text["MembersSeries"], ChartColor.Indigo, [.. overview.Levels.Select(l => (decimal?)l.Members)])],
        Height = 300,
    };
}
