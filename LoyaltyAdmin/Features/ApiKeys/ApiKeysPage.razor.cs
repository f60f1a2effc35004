using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>The keys by which machines call, and their history.</summary>
public sealed partial class ApiKeysPage
{
    private RadzenDataGrid<ApiKeyRow>? grid;
    // Null until the first answer: a grid asks for its first page only while it has no data at all.
    private Page<ApiKeyRow>? page;
    private bool loading;

    [Inject] public required ApiKeyQueries Queries { get; init; }

    [Inject] public required RevokeApiKey Revoke { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    private async Task LoadAsync(LoadDataArgs args)
    {
        loading = true;
        try
        {
            page = await Queries.ListAsync(await ActorAsync(), new PageRequest(args.Skip ?? 0, args.Top ?? 50), Cancelled);
        }
        finally
        {
            loading = false;
        }
    }

    private async Task AddAsync()
    {
        await Dialogs.OpenAsync<NewApiKeyDialog>(Text["Add"], [], new DialogOptions { Width = "min(560px, 94vw)" });
        await grid!.FirstPage(true);
    }

    private async Task RevokeAsync(ApiKeyRow key)
    {
        if (await Revoke.ExecuteAsync(await ActorAsync(), key.Id, Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text["Revoked.Done", key.Name]);
        await grid!.Reload();
    }
}
