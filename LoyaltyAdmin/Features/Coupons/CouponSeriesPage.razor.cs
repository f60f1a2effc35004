using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>One series: its terms in words, what became of its codes, and the codes.</summary>
public sealed partial class CouponSeriesPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private CouponSeriesRow? row;
    private int generation;
    private bool missing;

    [Inject] public required CouponQueries Queries { get; init; }

    [Inject] public required SaveCouponSeries Saving { get; init; }

    [Inject] public required VoidCoupons Voiding { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter] public long Id { get; set; }

    private IEnumerable<string> Sentences => CouponWords.Of(Text, row!);

    protected override async Task OnParametersSetAsync()
    {
        if (row?.Series.Id != Id)
        {
            actor = await ActorAsync();
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        row = await Queries.FindAsync(actor, Id, Cancelled);
        missing = row is null;
        generation++;
        StateHasChanged();
    }

    private async Task StopAsync()
    {
        var stop = !row!.Series.IsStopped;
        await ShowAsync(await Saving.StopAsync(actor, Id, stop, Cancelled), stop ? "StoppedDone" : "ResumedDone");
    }

    private async Task VoidAsync(string? reason)
    {
        var result = await Voiding.ExecuteAsync(actor, Id, null, reason ?? "", Cancelled);
        await ShowAsync(result.Rejection, "VoidedDone");
    }

    private async Task MoreAsync()
    {
        if (await MoreCouponsDialog.OpenAsync(Dialogs, Text["MoreCodes"], actor, Id))
        {
            await ReadAsync();
        }
    }

    private async Task ShowAsync(Domain.Values.Rejection? rejection, string done)
    {
        if (rejection is not null)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text[done]);
        await ReadAsync();
    }
}
