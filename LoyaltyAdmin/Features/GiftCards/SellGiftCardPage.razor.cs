using System.Globalization;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Sells a card by hand: the buyer's words stand on the card beside the form. One form is one sale, however often it is sent.</summary>
public sealed partial class SellGiftCardPage
{
    private readonly string operationId = $"sale-{Guid.NewGuid():N}";
    private GiftCardChoice? choice;
    private Rejection? refused;
    private long chosen;
    private string number = "";
    private decimal? amount;
    private string from = "";
    private string to = "";
    private string words = "";
    private bool busy;

    [Inject] public required GiftCardQueries Queries { get; init; }

    [Inject] public required SellGiftCard Sales { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>The series to begin with.</summary>
    [SupplyParameterFromQuery] public long? Series { get; set; }

    private GiftCardSeries? Chosen => choice?.Find(chosen);

    protected override async Task OnInitializedAsync()
    {
        choice = await GiftCardChoice.LoadAsync(Queries, Timelines, await ActorAsync(), Cancelled);
        chosen = choice.Find(Series)?.Id ?? choice.First;
    }

    private void ChooseSeries(ChangeEventArgs args) =>
        chosen = long.TryParse(args.Value as string, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : chosen;

    private void ReadAmount(string? text) =>
        amount = decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var read) ? read : null;

    private string? Error(string field) => refused?.Field == field ? Refusals.TextOf(refused) : null;

    private async Task SellAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            var sale = new GiftCardSale
            {
                OperationId = operationId,
                SeriesId = chosen,
                Code = Chosen is { IsVirtual: true } ? null : number,
                Amount = Chosen is { IsFree: true } ? amount ?? 0 : null,
                GivenBy = from,
                GivenTo = to,
                Words = words,
            };
            var result = await Sales.ExecuteAsync(await ActorAsync(), sale, Cancelled);
            if (result.Accepted(out var sold, out refused))
            {
                Refusals.Done(Text["SoldDone"]);
                Navigation.NavigateTo($"/gift-cards/{sold.Card.Id}/print");
            }
        }
        finally
        {
            busy = false;
        }
    }
}
