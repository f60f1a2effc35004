using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>Links to the pages before and after the one that is shown.</summary>
public sealed partial class Pager
{
    /// <summary>The page that is shown: 1, 2, 3 …</summary>
    [Parameter, EditorRequired] public int Number { get; set; }

    /// <summary>Rows on a page.</summary>
    [Parameter, EditorRequired] public int Size { get; set; }

    /// <summary>Rows in all.</summary>
    [Parameter, EditorRequired] public int Total { get; set; }

    /// <summary>The address of a page by its number.</summary>
    [Parameter, EditorRequired] public required Func<int, string> AddressOf { get; set; }

    private int First => ((Number - 1) * Size) + 1;

    private int Last => Math.Min(Total, Number * Size);
}
