using LoyaltyAdmin.Features.Programs;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>A sold card as its buyer gets it, with all that pays: to print, or to save as a document and send.</summary>
public sealed partial class GiftCardPrintPage
{
    private GiftCardDetails? details;
    private string program = "";
    private bool missing;

    [Inject] public required GiftCardQueries Queries { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Parameter] public long Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        program = (await Timelines.GetAsync(Cancelled)).Program.Name;
        details = await Queries.DetailsAsync(await ActorAsync(), Id, Cancelled);
        missing = details?.Card.SoldAt is null;
    }
}
