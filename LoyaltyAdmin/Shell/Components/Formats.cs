using System.Globalization;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>How values look in the language of the person. Only the shared components format by culture.</summary>
public static class Formats
{
    private const char NoBreak = '\u00a0';

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    private static bool Russian => Culture.TwoLetterISOLanguageName == "ru";

    public static string Number(long value) => value.ToString("N0", Culture);

    public static string Number(decimal value, int decimals) => value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), Culture);

    /// <summary>A quantity without idle zeros: 1, 0.25.</summary>
    public static string Quantity(Quantity value) => value.Amount.ToString("#,0.###", Culture);

    /// <summary>A share such as 0.125 as 12.5%.</summary>
    public static string Percent(decimal share, int decimals = 1) => Number(share * 100m, decimals) + (Russian ? $"{NoBreak}%" : "%");

    /// <summary>An amount with its currency: 1,234.50 ₽ in English, 1 234,50 ₽ in Russian.</summary>
    public static string Money(Money value, string currency) => Money(value.Amount, currency);

    /// <summary>A signed amount in units of currency.</summary>
    public static string Money(decimal amount, string currency) => $"{Number(amount, 2)}{NoBreak}{Symbol(currency)}";

    /// <summary>The sign of a currency, or its code where it has no common sign.</summary>
    public static string Symbol(string currency) => currency switch
    {
        "RUB" => "₽",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "KZT" => "₸",
        "BYN" => "Br",
        _ => currency,
    };

    /// <summary>Points as a number, in whole points and the decimals of the program.</summary>
    public static string Points(long smallestParts, int decimals) => Number(smallestParts / Scale(decimals), decimals);

    /// <summary>Points with their name in the right form: 1 point, 2 points; 1 балл, 2 балла, 5 баллов.</summary>
    public static string Points(long smallestParts, DisplayUnits units) =>
        $"{Points(smallestParts, units.PointDecimals)}{NoBreak}{Word(smallestParts / Scale(units.PointDecimals), Russian ? units.Unit.Russian : units.Unit.English)}";

    /// <summary>The form of a word that goes with a number, by the rules of the current language.</summary>
    public static string Word(decimal number, CountedWord word)
    {
        var n = Math.Abs(number);
        if (!Russian)
        {
            return n == 1m ? word.One : word.Many;
        }

        if (n != decimal.Truncate(n))
        {
            return word.Few;
        }

        var (last, lastTwo) = ((int)(n % 10), (int)(n % 100));
        return last == 1 && lastTwo != 11 ? word.One
            : last is >= 2 and <= 4 && lastTwo is not (>= 12 and <= 14) ? word.Few
            : word.Many;
    }

    /// <summary>10 Mar 2026, 10 мар. 2026.</summary>
    public static string Date(DateOnly day) => day.ToString("d MMM yyyy", Culture);

    /// <summary>10 Mar, 10 мар.: a day whose year is plain.</summary>
    public static string DayAndMonth(DateOnly day) => day.ToString("d MMM", Culture);

    /// <summary>Mar 2026, март 2026.</summary>
    public static string Month(DateOnly month) => month.ToString("MMM yyyy", Culture);

    /// <summary>An instant on the program's clock, to the minute.</summary>
    public static string Instant(DateTime utc, TimeZoneInfo zone) =>
        utc.Year >= ProgramCalendar.Never.Year ? "∞" : Local(utc, zone).ToString("d MMM yyyy HH:mm", Culture);

    /// <summary>The program's day of an instant.</summary>
    public static string Date(DateTime utc, TimeZoneInfo zone) =>
        utc.Year >= ProgramCalendar.Never.Year ? "∞" : Date(DateOnly.FromDateTime(Local(utc, zone)));

    private static DateTime Local(DateTime utc, TimeZoneInfo zone) =>
        utc == ProgramCalendar.BeginningOfTime ? utc : TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone);

    private static decimal Scale(int decimals) => decimals switch { 0 => 1m, 1 => 10m, _ => 100m };
}
