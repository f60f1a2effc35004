using System.Globalization;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>How amounts of one version of conditions are said: in its own money and its own points.</summary>
internal sealed class Wording(IStringLocalizer<ProgramsText> text, ProgramConditions conditions)
{
    private static bool Russian => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "ru";

    public string this[string key, params object[] arguments] => text[key, arguments];

    public string Money(Money sum) => Money(sum.Amount);

    /// <summary>A sum without idle decimals.</summary>
    public string Money(decimal sum) => $"{Plain(sum)}\u00a0{Formats.Symbol(conditions.Currency)}";

    /// <summary>So many points, by their name.</summary>
    public string Points(decimal points) => $"{Plain(points)}\u00a0{Formats.Word(points, Russian ? conditions.Unit.Russian : conditions.Unit.English)}";

    /// <summary>So many days, months or years in the right form.</summary>
    public string Count(int number, string unit) =>
        $"{Plain(number)}\u00a0{Formats.Word(number, new CountedWord(text[$"Count.{unit}.One"], text[$"Count.{unit}.Few"], text[$"Count.{unit}.Many"]))}";

    public string Choice<TChoice>(TChoice choice)
        where TChoice : struct, Enum => text[$"Choice.{typeof(TChoice).Name}.{choice}"];

    public static string Percent(decimal percent) => Plain(percent) + (Russian ? "\u00a0%" : "%");

    /// <summary>A day of the year without the year.</summary>
    public static string DayOfYear(int month, int day) => month is >= 1 and <= 12 && day is >= 1 and <= 31
        ? new DateOnly(2024, month, Math.Min(day, DateTime.DaysInMonth(2024, month))).ToString("d MMMM", CultureInfo.CurrentCulture)
        : "?";

    public static string Plain(decimal number) => number.ToString("#,##0.######", CultureInfo.CurrentCulture);

    /// <summary>Names as a list in words.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names);

    /// <summary>Phrases as a list in words, "and" before the last.</summary>
    public string And(IEnumerable<string> phrases) => phrases.Aggregate((first, second) => text["List.And", first, second]);
}
