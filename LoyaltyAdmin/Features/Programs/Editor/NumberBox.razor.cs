using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>
/// A number as people type it, with its unit inside the field. Takes a comma or a point for the decimals; what is no number
/// stays in the field and is told, and the value stays as it was.
/// </summary>
public sealed partial class NumberBox
{
    private const decimal Largest = 1_000_000_000m;
    private string text = "";
    private decimal? shown;
    private bool begun;
    private bool unreadable;

    [Parameter] public decimal? Value { get; set; }

    [Parameter] public EventCallback<decimal?> ValueChanged { get; set; }

    /// <summary>Tells whether the field holds something that is no number.</summary>
    [Parameter] public EventCallback<bool> Unreadable { get; set; }

    /// <summary>Whether an empty field means "none"; otherwise a number is needed.</summary>
    [Parameter] public bool MayBeEmpty { get; set; }

    /// <summary>The most decimals that can be typed.</summary>
    [Parameter] public int Decimals { get; set; } = 2;

    [Parameter] public string? Unit { get; set; }

    [Parameter] public string? Id { get; set; }

    [Parameter] public string? Label { get; set; }

    [Parameter] public string? DescribedBy { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public bool Invalid { get; set; }

    [Parameter] public bool Disabled { get; set; }

    private bool Wrong => Invalid || unreadable;

    protected override void OnParametersSet()
    {
        if (!begun || Value != shown)
        {
            (begun, shown, text) = (true, Value, Written(Value));
        }
    }

    private async Task Typed(ChangeEventArgs e)
    {
        text = e.Value as string ?? "";
        var readable = TryRead(text, out var number);
        if (readable == unreadable)
        {
            unreadable = !readable;
            await Unreadable.InvokeAsync(unreadable);
        }

        if (readable && number != shown)
        {
            shown = number;
            await ValueChanged.InvokeAsync(number);
        }
    }

    /// <summary>Writes the number out when the field is left.</summary>
    private void Settle()
    {
        if (!unreadable)
        {
            text = Written(shown);
        }
    }

    private bool TryRead(string typed, out decimal? number)
    {
        number = null;
        var plain = Blank().Replace(typed, "");
        if (plain.Length == 0)
        {
            return MayBeEmpty;
        }

        plain = Grouped().IsMatch(plain) && CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator == "."
            ? plain.Replace(",", "", StringComparison.Ordinal)
            : plain.Replace(',', '.');
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read)
            || read > Largest || decimal.Round(read, Decimals) != read)
        {
            return false;
        }

        number = read;
        return true;
    }

    private static string Written(decimal? value) => value?.ToString("0.######", CultureInfo.CurrentCulture) ?? "";

    [GeneratedRegex(@"\s")]
    private static partial Regex Blank();

    [GeneratedRegex(@"^\d{1,3}(,\d{3})+(\.\d+)?$")]
    private static partial Regex Grouped();
}
