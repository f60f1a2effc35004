using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Figures as they are read on the dashboard.</summary>
public static class KpiFormats
{
    private const string Nothing = "—";
    private const decimal WholeFrom = 10_000m;

    /// <summary>A value in its unit; a dash where there is none.</summary>
    public static string Value(KpiUnit unit, decimal? value, DisplayUnits units, IStringLocalizer<KpiText> text) => value is not { } known ? Nothing : unit switch
    {
        KpiUnit.Money => Money(known, units),
        KpiUnit.Count => Formats.Number(known, 0),
        KpiUnit.Share => Formats.Percent(known),
        KpiUnit.Days => text["Unit.Days", Formats.Number(known, 1)],
        KpiUnit.Points => Formats.Number(known, units.PointDecimals),
        _ => Formats.Number(known, 2),
    };

    /// <summary>An arrow, a sign and how much: ▲ +12.3%.</summary>
    public static string Change(KpiDefinition definition, KpiChange change, IStringLocalizer<KpiText> text)
    {
        var percent = decimal.Round(change.Difference * 100m, 1);
        var (arrow, sign) = percent switch { > 0 => ("▲", "+"), < 0 => ("▼", "−"), _ => ("=", "") };
        var amount = definition.Unit == KpiUnit.Share
            ? text["Change.PercentagePoints", Formats.Number(Math.Abs(percent), 1)].Value
            : Formats.Percent(Math.Abs(percent) / 100m);
        return $"{arrow}\u00a0{sign}{amount}";
    }

    /// <summary>Large amounts without their hundredths.</summary>
    private static string Money(decimal amount, DisplayUnits units) => Math.Abs(amount) < WholeFrom
        ? Formats.Money(amount, units.Currency)
        : $"{Formats.Number(amount, 0)}\u00a0{Formats.Symbol(units.Currency)}";
}
