using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>The codes of a series: search, filter, order and page are in the address.</summary>
public sealed partial class CouponsList
{
    private Choice<CouponState?>[] states = [];

    [Inject] public required CouponQueries Queries { get; init; }

    [Inject] public required VoidCoupons Voiding { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required CouponSeries Series { get; set; }

    /// <summary>Told when a code was made void.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    protected override TableList<CouponRow, CouponFilter> Describe() => CouponTables.Codes(Text, Series.Id);

    protected override Task OpenAsync()
    {
        states = [new(Text["AllStates"], null), .. Enum.GetValues<CouponState>().Select(s => new Choice<CouponState?>(Text[$"State{s}"], s))];
        return Task.CompletedTask;
    }

    protected override Task<Page<CouponRow>> ReadAsync(ListState<CouponFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, Series, state.Filter, state.By<CouponSort>(), state.Descending, page, Cancelled);

    private async Task VoidAsync(CouponRow row, string? reason)
    {
        if ((await Voiding.ExecuteAsync(Actor, Series.Id, row.Id, reason ?? "", Cancelled)).Rejection is { } rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text["VoidedDone"]);
        await Changed.InvokeAsync();
    }
}
