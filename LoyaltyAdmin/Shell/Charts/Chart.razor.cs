using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LoyaltyAdmin.Shell.Charts;

/// <summary>A chart that can also be read as a table, and be taken along as a picture or as figures.</summary>
public sealed partial class Chart : IAsyncDisposable
{
    private const string Module = "./Shell/Charts/Chart.razor.js";
    private ElementReference canvas;
    private IJSObjectReference? module;
    private IJSObjectReference? drawing;
    private ChartOptions? drawn;
    private bool asTable;
    private bool draws;
    private bool disposed;

    [Inject] public required IJSRuntime Js { get; init; }

    [Parameter, EditorRequired] public required ChartOptions Options { get; set; }

    private bool Empty => !Options.Series.Any(s => s.Values.Any(v => v is not null));

    private IEnumerable<(string Name, IReadOnlyList<decimal?> Values)> Columns => Options.Series.SelectMany(s =>
        s.Previous is { } previous ? new[] { (s.Name, s.Values), (PreviousName(s), previous) } : [(s.Name, s.Values)]);

    private string Summary => Text[
        "Summary",
        Options.Title,
        string.Join(", ", Options.Series.Select(s => s.Name)),
        Options.Categories is [var first, ..] ? first : "",
        Options.Categories is [.., var last] ? last : ""];

    public async ValueTask DisposeAsync()
    {
        disposed = true;
        try
        {
            if (drawing is not null)
            {
                await drawing.InvokeVoidAsync("dispose");
                await drawing.DisposeAsync();
            }

            if (module is not null)
            {
                await module.DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the chart with it.
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // What changes while the browser draws is drawn after it: two drawings at once would make two charts.
        if (draws)
        {
            return;
        }

        draws = true;
        try
        {
            while (!disposed && !Empty && !ReferenceEquals(drawn, Options))
            {
                drawn = Options;
                await DrawAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone before the chart was drawn.
        }
        finally
        {
            draws = false;
        }
    }

    private async Task DrawAsync()
    {
        module ??= await Js.InvokeAsync<IJSObjectReference>("import", Module);
        if (disposed || module is null)
        {
            return;
        }

        if (drawing is null)
        {
            drawing = await module.InvokeAsync<IJSObjectReference>("create", canvas, Description());
        }
        else
        {
            await drawing.InvokeVoidAsync("update", Description());
        }
    }

    private async Task SaveAsync(string form)
    {
        if (drawing is not null)
        {
            await drawing.InvokeVoidAsync("save", form);
        }
    }

    private bool IsIncomplete(int row) => Options.LastIncomplete && row == Options.Categories.Count - 1;

    private string PreviousName(ChartSeries series) => Text["Previous", series.Name];

    /// <summary>What the script draws.</summary>
    private object Description() => new
    {
        Options.Title,
        Kind = Options.Kind.ToString(),
        Options.Categories,
        Series = Options.Series.Select(s => new { s.Name, Color = s.Color.ToString(), s.Values, s.Previous, PreviousName = PreviousName(s) }),
        Unit = Options.Unit.ToString(),
        Options.UnitText,
        Options.Decimals,
        Options.LastIncomplete,
        Options.Highest,
        Options.Height,
        Culture = CultureInfo.CurrentCulture.Name,
        Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
    };
}
