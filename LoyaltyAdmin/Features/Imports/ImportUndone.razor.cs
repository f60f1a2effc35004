using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>The sales and returns that went with an undone import; nothing where none did.</summary>
public sealed partial class ImportUndone
{
    private const int PageSize = 50;
    private Page<UndoneRow>? rows;

    [Inject] public required UndoneQueries Queries { get; init; }

    [Parameter, EditorRequired] public int ImportId { get; set; }

    /// <summary>Which page, 1, 2, 3 …</summary>
    [Parameter] public int Number { get; set; } = 1;

    protected override async Task OnParametersSetAsync() =>
        rows = await Queries.ListAsync(await ActorAsync(), ImportId, new PageRequest((Number - 1) * PageSize, PageSize), Cancelled);
}
