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
    private GiftCardChoice? choice;
    private Rejection? refused;
    private bool busy;

    [Inject] public required GiftCardQueries Queries { get; init; }

    [Inject] public required PlaceGiftCardOrder Orders { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    private GiftCardSeries? Chosen => choice?.Find(plan.SeriesId);

    protected override async Task OnInitializedAsync()
    {
        choice = await GiftCardChoice.LoadAsync(Queries, Timelines, await ActorAsync(), Cancelled);
        plan = plan with { SeriesId = choice.First };
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
            if ((await Orders.ExecuteAsync(await ActorAsync(), wanted, Cancelled)).Accepted(out var placed, out refused))
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
