using LoyaltyAdmin.Platform.Excel;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>
/// A page of a list: a table of the columns that its person chose, cards where there is no room for a table, what it adds up
/// to, its workbook and the way to other pages. A click on a row opens what the link in its fixed column opens. The order is
/// in the address, so headers are links.
/// </summary>
public sealed partial class DataTable<TItem>
{
    /// <summary>Whose address and columns these are.</summary>
    [Parameter, EditorRequired] public required ListPage<TItem> List { get; set; }

    /// <summary>What is listed, for those who hear the page.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    /// <summary>The rows of the page; null while they are read for the first time.</summary>
    [Parameter, EditorRequired] public IReadOnlyList<TItem>? Rows { get; set; }

    /// <summary>How many rows the list has.</summary>
    [Parameter, EditorRequired] public int Total { get; set; }

    /// <summary>What tells rows apart.</summary>
    [Parameter, EditorRequired] public required Func<TItem, object> KeyOf { get; set; }

    /// <summary>How many there are and what they add up to, in words.</summary>
    [Parameter, EditorRequired] public required IEnumerable<string> Figures { get; set; }

    /// <summary>A row where there is no room for columns.</summary>
    [Parameter, EditorRequired] public required RenderFragment<TItem> Card { get; set; }

    /// <summary>What the list is for, while it has nothing and nothing is filtered by.</summary>
    [Parameter, EditorRequired] public required RenderFragment Empty { get; set; }

    /// <summary>What to say where the filter finds nothing.</summary>
    [Parameter] public string? NothingFound { get; set; }

    /// <summary>The page of a row, where it has one.</summary>
    [Parameter] public Func<TItem, string>? HrefOf { get; set; }

    /// <summary>What a cell shows; <see cref="TableValue{TItem}"/> where nothing is special.</summary>
    [Parameter] public RenderFragment<TableCell<TItem>>? Cell { get; set; }

    /// <summary>What can be done with a row.</summary>
    [Parameter] public RenderFragment<TItem>? Actions { get; set; }

    /// <summary>Figures and days are first wanted from the greatest down.</summary>
    private bool NextIsDescending(TableColumn<TItem> column) => column.Sort == List.SortedBy ? !List.Descending : column.Kind != ExcelKind.Text;

    private string? SortOf(TableColumn<TItem> column) =>
        column.Sort is null || column.Sort != List.SortedBy ? null : List.Descending ? "descending" : "ascending";
}
