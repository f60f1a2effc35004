using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>All series of coupons with what became of their codes.</summary>
public sealed partial class CouponsPage
{
    private long uses;

    [Inject] public required CouponQueries Queries { get; init; }

    private IEnumerable<string> Figures => [Text["CountSeries", Shown!.Total], Text["UsesOf", uses]];

    protected override TableList<CouponSeriesRow, NoFilter> Describe() => CouponTables.Series(Text);

    protected override async Task<Page<CouponSeriesRow>> ReadAsync(ListState<NoFilter> state, PageRequest page)
    {
        var all = await Queries.SeriesAsync(Actor, Cancelled);
        uses = all.Sum(row => row.Series.Uses);
        return new Page<CouponSeriesRow>([.. Describe().Sorted(all, state).Skip(page.Skip).Take(page.Take)], all.Count);
    }
}
