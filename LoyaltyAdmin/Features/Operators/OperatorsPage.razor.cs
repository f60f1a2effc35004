using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Components;
using Radzen;
using Radzen.Blazor;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>The list of those who sign in.</summary>
public sealed partial class OperatorsPage
{
    private RadzenDataGrid<OperatorRow>? grid;
    // Null until the first answer: a grid asks for its first page only while it has no data at all.
    private Page<OperatorRow>? page;
    private bool loading;

    [Inject] public required OperatorQueries Queries { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [SupplyParameterFromQuery] public string? Search { get; set; }

    private async Task LoadAsync(LoadDataArgs args)
    {
        loading = true;
        try
        {
            page = await Queries.ListAsync(await ActorAsync(), Search, new PageRequest(args.Skip ?? 0, args.Top ?? 50), Cancelled);
        }
        finally
        {
            loading = false;
        }
    }

    private async Task SearchAsync(string? text)
    {
        Search = text;
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(nameof(Search).ToLowerInvariant(), string.IsNullOrWhiteSpace(text) ? null : text), replace: true);
        await grid!.FirstPage(true);
    }

    private async Task AddAsync()
    {
        if (await Dialogs.OpenAsync<NewOperatorDialog>(Text["Add"], [], new DialogOptions { Width = "min(520px, 94vw)" }) is Guid id)
        {
            Navigation.NavigateTo($"/users/{id}");
        }
    }

    private void Open(OperatorRow row) => Navigation.NavigateTo($"/users/{row.Id}");
}
