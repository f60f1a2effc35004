using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Lists;

/// <summary>A marketer begins a personal list.</summary>
public sealed partial class NewAudienceListPage
{
    private string? name;
    private string? key;
    private Rejection? refused;
    private bool busy;

    [Inject] public required AudienceListBook Lists { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    protected override async Task OnInitializedAsync()
    {
        var taken = (await Lists.AllAsync(await ActorAsync(), Cancelled)).Select(l => l.Key).ToHashSet(StringComparer.Ordinal);
        key ??= Enumerable.Range(1, int.MaxValue).Select(n => $"list-{n}").First(k => !taken.Contains(k));
    }

    private string? Error(string field) => refused?.Field == field ? Refusals.TextOf(refused) : null;

    private async Task CreateAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            if ((await Lists.CreateAsync(await ActorAsync(), (key ?? "").Trim(), name ?? "", Cancelled)).Accepted(out var id, out refused))
            {
                Navigation.NavigateTo($"/campaigns/lists/{id}");
            }
        }
        finally
        {
            busy = false;
        }
    }
}
