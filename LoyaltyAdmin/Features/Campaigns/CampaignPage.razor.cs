using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>One campaign: its state, what can be done with it, what it is in words, what is used up, its versions and history.</summary>
public sealed partial class CampaignPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private CampaignRow? row;
    private CampaignWords? words;
    private IReadOnlyList<Rejection> above = [];
    private bool missing;

    [Inject] public required CampaignQueries Queries { get; init; }

    [Inject] public required CampaignAudiences Audiences { get; init; }

    [Inject] public required CampaignReview Review { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter] public int Id { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (row?.Campaign.Id != Id)
        {
            actor = await ActorAsync();
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        row = await Queries.FindAsync(actor, Id, Cancelled);
        missing = row is null;
        words = new CampaignWords(Text, Units, await Audiences.KeysAsync(Cancelled));
        above = row?.Campaign.Open is { State: not CampaignVersionState.Approved } open ? await Review.AboveAsync(actor, open.Terms, Cancelled) : [];
    }

    private async Task DoneAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    private string Said(BudgetUse use, decimal amount) => use.Key switch
    {
        "money" => words!.Figures.Money(amount),
        "points" => words!.Figures.Points(amount),
        _ => Formats.Number((long)amount),
    };
}
