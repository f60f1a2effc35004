using System.Globalization;

namespace LoyaltyAdmin.Shell.Charts;

/// <summary>Figures of a chart as words, by the person's culture.</summary>
internal static class ChartFormats
{
    private const char NoBreak = '\u00a0';

    public static string Of(decimal? value, ChartUnit unit, int decimals, string unitText)
    {
        if (value is not { } number)
        {
            return "–";
        }

        var culture = CultureInfo.CurrentCulture;
        if (unit == ChartUnit.Percent)
        {
            var share = (number * 100m).ToString("N1", culture);
            return culture.TwoLetterISOLanguageName == "ru" ? $"{share}{NoBreak}%" : $"{share}%";
        }

        var text = number.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), culture);
        return unitText.Length == 0 ? text : text + NoBreak + unitText;
    }
}
