using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>
/// A page of a list: a table of the columns that its person chose, and cards where there is no room for a table.
/// A click on a row opens what the link in its fixed column opens. The order is in the address, so headers are links.
/// </summary>
public sealed partial class DataTable<TItem>
{
    /// <summary>What is listed, for those who hear the page.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required TableView<TItem> View { get; set; }

    /// <summary>Another choice of columns, remembered already.</summary>
    [Parameter] public EventCallback<TableView<TItem>> ViewChanged { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<TItem> Rows { get; set; }

    /// <summary>What tells rows apart.</summary>
    [Parameter, EditorRequired] public required Func<TItem, object> KeyOf { get; set; }

    /// <summary>The page of a row.</summary>
    [Parameter, EditorRequired] public required Func<TItem, string> HrefOf { get; set; }

    /// <summary>How many there are and what they add up to.</summary>
    [Parameter, EditorRequired] public required RenderFragment Summary { get; set; }

    /// <summary>What a cell shows; <see cref="TableValue{TItem}"/> where nothing is special.</summary>
    [Parameter, EditorRequired] public required RenderFragment<TableCell<TItem>> Cell { get; set; }

    /// <summary>A row where there is no room for columns.</summary>
    [Parameter, EditorRequired] public required RenderFragment<TItem> Card { get; set; }

    /// <summary>The order in force: <see cref="TableColumn{T}.Sort"/> of a column.</summary>
    [Parameter] public string? SortedBy { get; set; }

    [Parameter] public bool Descending { get; set; }

    /// <summary>The address of the list in another order, descending or not.</summary>
    [Parameter] public Func<string, bool, string> AddressOf { get; set; } = (_, _) => "";

    [Inject] public required TableViews Views { get; init; }

    /// <summary>Figures and days are first wanted from the greatest down.</summary>
    private bool NextIsDescending(TableColumn<TItem> column) =>
        column.Sort == SortedBy ? !Descending : column.Kind != Platform.Excel.ExcelKind.Text;

    private string? SortOf(TableColumn<TItem> column) =>
        column.Sort is null || column.Sort != SortedBy ? null : Descending ? "descending" : "ascending";

    private async Task ChooseAsync(TableView<TItem> view)
    {
        await Views.SaveAsync(await ActorAsync(), view, Cancelled);
        await ViewChanged.InvokeAsync(view);
    }
}
