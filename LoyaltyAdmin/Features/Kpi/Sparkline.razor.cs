using System.Globalization;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>The course of a figure as a small line, without axes.</summary>
public sealed partial class Sparkline
{
    private const int Width = 100;
    private const int Height = 28;
    private const decimal Margin = 2;

    [Parameter, EditorRequired] public IReadOnlyList<decimal> Values { get; set; } = [];

    private string Line => "M" + string.Join('L', Values.Select(Point));

    private string Area => $"{Line}L{Width},{Height}L0,{Height}Z";

    private string Point(decimal value, int index)
    {
        // From zero, so that a small change does not look like a large one.
        var (low, high) = (Math.Min(0, Values.Min()), Math.Max(0, Values.Max()));
        var share = high == low ? 0 : (value - low) / (high - low);
        var (x, y) = (index * (decimal)Width / (Values.Count - 1), Height - Margin - (share * (Height - (2 * Margin))));
        return string.Create(CultureInfo.InvariantCulture, $"{x:0.##},{y:0.##}");
    }
}
