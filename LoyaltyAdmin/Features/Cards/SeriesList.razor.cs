using LoyaltyAdmin.Domain.Members;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>All series with what became of their cards.</summary>
public sealed partial class SeriesList
{
    private IReadOnlyList<CardSeriesRow>? rows;

    [Inject] public required CardSeriesQueries Queries { get; init; }

    /// <summary>Whether to offer to make one.</summary>
    [Parameter] public bool MayManage { get; set; }

    protected override async Task OnInitializedAsync() => rows = await Queries.ListAsync(Cancelled);

    private static string LookOf(CardSeries series) => SeriesLook.Of(series);
}
