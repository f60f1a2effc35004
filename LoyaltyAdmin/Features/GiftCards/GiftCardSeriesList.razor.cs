using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>All series with what became of their cards.</summary>
public sealed partial class GiftCardSeriesList
{
    private long balance;

    [Inject] public required GiftCardQueries Queries { get; init; }

    /// <summary>Whether to offer to make one.</summary>
    [Parameter] public bool MayManage { get; set; }

    private IEnumerable<string> Figures => [Text["CountSeries", Shown!.Total], Text["SumBalance", Formats.Money(new Money(balance), Units.Currency)]];

    protected override TableList<GiftCardSeriesRow, NoFilter> Describe() => GiftCardsTable.SeriesList(Text);

    protected override async Task<Page<GiftCardSeriesRow>> ReadAsync(ListState<NoFilter> state, PageRequest page)
    {
        var all = await Queries.SeriesAsync(Actor, Cancelled);
        balance = all.Sum(row => row.Balance);
        return new Page<GiftCardSeriesRow>([.. Describe().Sorted(all, state).Skip(page.Skip).Take(page.Take)], all.Count);
    }
}
