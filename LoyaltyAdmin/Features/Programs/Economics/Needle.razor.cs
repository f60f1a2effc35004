using System.Globalization;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Economics;

/// <summary>A gauge from nothing to half as much again: how much more must be sold.</summary>
public sealed partial class Needle
{
    private const decimal Full = 0.5m;
    private static readonly (decimal From, decimal To, string Look)[] Zones = [(0m, 0.1m, "good"), (0.1m, 0.25m, "careful"), (0.25m, 0.5m, "bad")];
    private static readonly decimal[] Marks = [0m, 0.1m, 0.25m, 0.5m];

    /// <summary>The share; null for more than any.</summary>
    [Parameter] public decimal? Value { get; set; }

    /// <summary>The same in words, for who cannot see it.</summary>
    [Parameter, EditorRequired] public required string Label { get; set; }

    private decimal Position => decimal.Clamp((Value ?? Full) / Full, 0m, 1m);

    // Razor takes a text element for one of its own.
    private static MarkupString Scale => (MarkupString)string.Concat(Marks.Select(mark =>
    {
        // The ends stand under the arc, what is between around it.
        var (x, y) = mark == 0 || mark == Full ? (mark == 0 ? 26 : 174, 112) : Point(mark / Full, 92);
        return $"<text x=\"{Number(x)}\" y=\"{Number(y)}\" text-anchor=\"middle\">{Formats.Percent(mark, 0)}</text>";
    }));

    private static string Arc(decimal from, decimal to)
    {
        // A hair is left between the zones.
        var (x1, y1) = Point((from / Full) + 0.006m, 74);
        var (x2, y2) = Point((to / Full) - 0.006m, 74);
        return string.Create(CultureInfo.InvariantCulture, $"M {x1:0.##} {y1:0.##} A 74 74 0 0 1 {x2:0.##} {y2:0.##}");
    }

    private static (double X, double Y) Point(decimal share, double radius)
    {
        var angle = Math.PI * (1 - (double)share);
        return (100 + (radius * Math.Cos(angle)), 100 - (radius * Math.Sin(angle)));
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
