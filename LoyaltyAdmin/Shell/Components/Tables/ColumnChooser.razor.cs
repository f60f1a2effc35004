using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>Which columns a list shows and in what order. All of it by keyboard too: what moves keeps the focus, Escape closes.</summary>
public sealed partial class ColumnChooser<TItem>
{
    private readonly string panel = $"columns-{Guid.NewGuid():N}";
    private readonly Dictionary<string, ElementReference> boxes = [];
    private readonly Dictionary<string, ElementReference> ups = [];
    private readonly Dictionary<string, ElementReference> downs = [];
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

    private async Task ChooseAsync(TableView<TItem> view, TableColumn<TItem> column, Dictionary<string, ElementReference>? among = null)
    {
        if (view != View)
        {
            await ViewChanged.InvokeAsync(view);
            focus = (among ?? boxes, column.Key);
        }
    }

    private async Task ResetAsync()
    {
        await ViewChanged.InvokeAsync(View.Reset());
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
