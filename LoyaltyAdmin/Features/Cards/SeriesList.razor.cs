using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>All series with what became of their cards.</summary>
public sealed partial class SeriesList
{
    private (int Cards, int Free) sums;

    [Inject] public required CardSeriesQueries Queries { get; init; }

    /// <summary>Whether to offer to make one.</summary>
    [Parameter] public bool MayManage { get; set; }

    private IEnumerable<string> Figures => [Text["CountSeries", Shown!.Total], Text["Found", sums.Cards], Text["FreeOf", sums.Free]];

    protected override TableList<CardSeriesRow, NoFilter> Describe() => CardsTable.SeriesList(Text);

    protected override async Task<Page<CardSeriesRow>> ReadAsync(ListState<NoFilter> state, PageRequest page)
    {
        var all = await Queries.ListAsync(Cancelled);
        sums = (all.Sum(row => row.Cards), all.Sum(row => row.Free));
        return new Page<CardSeriesRow>([.. Describe().Sorted(all, state).Skip(page.Skip).Take(page.Take)], all.Count);
    }
}
