using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>A new import, and those that were: what became of them is told as it happens.</summary>
public sealed partial class ImportsPage
{
    private const int PageSize = 25;
    private Page<ImportRow>? page;
    private LiveRefresh? live;
    private bool mayRun;

    [Inject] public required ImportQueries Queries { get; init; }

    [Inject] public required ImportBoard Board { get; init; }

    [SupplyParameterFromQuery(Name = "page")] public int? PageNumber { get; set; }

    private int Number => Math.Max(1, PageNumber ?? 1);

    /// <summary>A draft goes on where it was left.</summary>
    private static string AddressOf(ImportRow row) => row.Status == Domain.Imports.ImportStatus.Draft ? $"/imports/{row.Id}/columns" : $"/imports/{row.Id}";

    protected override async Task OnParametersSetAsync()
    {
        mayRun = (await ActorAsync()).May(Permission.ImportsRun);
        await LoadAsync();
        live ??= new LiveRefresh(Board, _ => true, InvokeAsync, RefreshAsync, Cancelled);
    }

    protected override void Dispose(bool disposing)
    {
        live?.Dispose();
        base.Dispose(disposing);
    }

    private async Task RefreshAsync()
    {
        await LoadAsync();
        StateHasChanged();
    }

    private async Task LoadAsync() =>
        page = await Queries.ListAsync(await ActorAsync(), new PageRequest((Number - 1) * PageSize, PageSize), Cancelled);
}
