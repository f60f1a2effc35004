using System.Globalization;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Shell.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>Where the program's days begin, and its money.</summary>
public sealed partial class PlaceSection
{
    private IReadOnlyList<Option> currencies = [];

    private static IReadOnlyList<Option> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && z.Id.Contains('/', StringComparison.Ordinal))
            .OrderBy(z => z.Id, StringComparer.Ordinal)
            .Select(z => new Option(z.Id, $"{z.Id} (UTC{Offset(z.BaseUtcOffset)})"))];

    protected override void OnInitialized() => currencies = [.. Iso4217.InHundredths.Select(code => new Option(code, Named(code)))];

    private string Named(string code)
    {
        var name = Text["Currency." + code];
        var symbol = Formats.Symbol(code);
        return code + (symbol == code ? "" : " " + symbol) + (name.ResourceNotFound ? "" : " · " + name.Value);
    }

    private static string Offset(TimeSpan offset) =>
        (offset < TimeSpan.Zero ? "−" : "+") + offset.Duration().ToString(@"h\:mm", CultureInfo.InvariantCulture);

    /// <summary>A line of a list.</summary>
    public sealed record Option(string Id, string Text);
}
