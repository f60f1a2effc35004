using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>
/// Which columns a list shows and in what order. All of it by keyboard too: a box stays where it is when it is switched, so
/// that the focus is never lost; what moves keeps the focus, Escape closes.
/// </summary>
public sealed partial class ColumnChooser<TItem>
{
    private readonly string panel = $"columns-{Guid.NewGuid():N}";
    private readonly Dictionary<string, ElementReference> ups = [];
    private readonly Dictionary<string, ElementReference> downs = [];
    private IReadOnlyList<TableColumn<TItem>> order = [];
    private ElementReference opener;
    private (Dictionary<string, ElementReference> Among, string Key)? focus;
    private bool open;

    [Parameter, EditorRequired] public required TableView<TItem> View { get; set; }

    [Parameter] public EventCallback<TableView<TItem>> ViewChanged { get; set; }

    /// <summary>What moved in the page lost the focus with its place.</summary>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (focus is { } moved && moved.Among.TryGetValue(moved.Key, out var element))
        {
            focus = null;
            await element.FocusAsync();
        }
    }

    private void Toggle()
    {
        open = !open;
        Arrange(View);
    }

    /// <summary>Those that are not shown stand where they would be.</summary>
    private void Arrange(TableView<TItem> view) => order = view.All.Aggregate(view, (all, column) => all.With(column)).Shown;

    private Task SwitchAsync(TableColumn<TItem> column, bool shown) =>
        ViewChanged.InvokeAsync(shown ? View.Having([.. order.Where(c => c == column || View.Shown.Contains(c))]) : View.Without(column));

    private Task MoveAsync(TableColumn<TItem> column, int places, Dictionary<string, ElementReference> among)
    {
        var moved = View.Moved(column, places);
        if (moved == View)
        {
            return Task.CompletedTask;
        }

        Arrange(moved);
        focus = (among, column.Key);
        return ViewChanged.InvokeAsync(moved);
    }

    private async Task ResetAsync()
    {
        var reset = View.Reset();
        Arrange(reset);
        await ViewChanged.InvokeAsync(reset);
        await opener.FocusAsync();
    }

    private async Task KeyAsync(KeyboardEventArgs args)
    {
        if (open && args.Key == "Escape")
        {
            open = false;
            await opener.FocusAsync();
        }
    }
}
