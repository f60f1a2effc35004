using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>The form of a design; the card beside it is what buyers will see.</summary>
public sealed partial class GiftCardDesignPage
{
    private IReadOnlyList<Rejection> problems = [];
    private string name = "";
    private GiftCardPicture picture = GiftCardPicture.Ribbon;
    private string colour = GiftCardDesign.Colours[0];
    private string words = "";
    private string program = "";
    private bool missing;
    private bool busy;

    [Inject] public required GiftCardQueries Queries { get; init; }

    [Inject] public required SaveGiftCardDesign Save { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public long? Id { get; set; }

    protected override async Task OnInitializedAsync()
    {
        program = (await Timelines.GetAsync(Cancelled)).Program.Name;
        if (Id is null)
        {
            return;
        }

        var design = (await Queries.DesignsAsync(await ActorAsync(), Cancelled)).FirstOrDefault(d => d.Id == Id);
        missing = design is null;
        if (design is not null)
        {
            (name, picture, colour, words) = (design.Name, design.Picture, design.Colour, design.Text);
        }
    }

    private string? Error(string field) => problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? Refusals.TextOf(problem) : null;

    private async Task SaveAsync()
    {
        if (busy)
        {
            return;
        }

        problems = GiftCardDesign.Check(name, colour, words);
        if (problems.Count > 0)
        {
            return;
        }

        busy = true;
        try
        {
            var result = await Save.ExecuteAsync(await ActorAsync(), Id, new SaveGiftCardDesign.Wanted(name, picture, colour, words), Cancelled);
            if (result.Accepted(out _, out var rejection))
            {
                Refusals.Done(Text["DesignSaved"]);
                Navigation.NavigateTo("/gift-cards?tab=designs");
                return;
            }

            Refusals.Show(rejection);
        }
        finally
        {
            busy = false;
        }
    }
}
