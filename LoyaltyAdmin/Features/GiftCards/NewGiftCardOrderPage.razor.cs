using System.Globalization;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>An order that the staff takes. One form is one order, however often it is sent.</summary>
public sealed partial class NewGiftCardOrderPage
{
    private GiftCardOrderPlan plan = new() { Key = $"staff-{Guid.NewGuid():N}"[..18] };
    private IReadOnlyList<GiftCardSeriesRow>? all;
    private IReadOnlyList<GiftCardDesign> designs = [];
    private Rejection? refused;
    private string program = "";
    private bool busy;

    [Inject] public required GiftCardQueries Queries { get; init; }

    [Inject] public required GiftCardOrders Orders { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private GiftCardSeries? Chosen => all?.FirstOrDefault(s => s.Series.Id == plan.SeriesId)?.Series;

    private GiftCardDesign? Design => designs.FirstOrDefault(d => d.Id == Chosen?.DesignId);

    private Money? Shown => Chosen is { IsFree: false } series ? series.Nominal
        : plan.Amount is { } amount and > 0 and <= GiftCardSeriesPlan.Greatest && decimal.Round(amount, 2) == amount ? Money.Of(amount)
        : null;

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        program = (await Timelines.GetAsync(Cancelled)).Program.Name;
        designs = await Queries.DesignsAsync(actor, Cancelled);
        all = await Queries.SeriesAsync(actor, Cancelled);
        plan = plan with { SeriesId = all.Count > 0 ? all[0].Series.Id : 0 };
    }

    private static long Whole(string? text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= int.MaxValue ? number : 0;

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    private string? Error(string field) => refused?.Field == field ? Refusals.TextOf(refused) : null;

    private async Task PlaceAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            var wanted = Chosen is { IsFree: true } ? plan : plan with { Amount = null };
            if ((await Orders.PlaceAsync(await ActorAsync(), wanted, Cancelled)).Accepted(out var placed, out refused))
            {
                Refusals.Done(Text["OrderPlaced"]);
                Navigation.NavigateTo($"/gift-cards/orders/{placed.Id}");
            }
        }
        finally
        {
            busy = false;
        }
    }
}
