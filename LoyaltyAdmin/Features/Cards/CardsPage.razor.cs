using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>All cards and their series, a tab each.</summary>
public sealed partial class CardsPage
{
    private Actor actor = new("", new HashSet<Permission>());

    [SupplyParameterFromQuery] public string? Tab { get; set; }

    private bool OnSeries => Tab == "series";

    protected override async Task OnInitializedAsync() => actor = await ActorAsync();
}
