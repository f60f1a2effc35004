using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Links to the pages before and after the one that is shown.</summary>
public sealed partial class ImportsPager
{
    [Parameter, EditorRequired] public required string Path { get; set; }

    /// <summary>The page that is shown, from 1.</summary>
    [Parameter, EditorRequired] public int Number { get; set; }

    [Parameter, EditorRequired] public int PageSize { get; set; }

    [Parameter, EditorRequired] public int Total { get; set; }

    private int Last => Math.Min(Total, Number * PageSize);
}
