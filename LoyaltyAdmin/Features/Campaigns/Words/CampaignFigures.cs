using System.Globalization;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Shell.Components;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns.Words;

/// <summary>Figures and names as the sentences of campaigns say them.</summary>
/// <param name="text">The texts of campaigns.</param>
/// <param name="units">Money, points and zone of the program.</param>
/// <param name="keys">What keys are called; null to say the keys themselves.</param>
public sealed class CampaignFigures(IStringLocalizer<CampaignsText> text, DisplayUnits units, CampaignKeys? keys)
{
    private const string Unsaid = "…";

    /// <summary>What keys are called.</summary>
    public CampaignKeys? Keys => keys;

    private static bool Russian => CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "ru";

    /// <summary>The sign of the currency.</summary>
    public string Currency => Formats.Symbol(units.Currency);

    /// <summary>What many points are called.</summary>
    public string PointsUnit => PointsWord(5m);

    /// <summary>A text of campaigns.</summary>
    public string this[string key, params object[] arguments] => text[key, arguments];

    /// <summary>A number without idle decimals.</summary>
    public static string Plain(decimal number) => number.ToString("#,##0.######", CultureInfo.CurrentCulture);

    /// <summary>Five as 5%.</summary>
    public static string Percent(decimal percent) => Plain(percent) + (Russian ? "\u00a0%" : "%");

    /// <summary>A sum without idle decimals.</summary>
    public string Money(decimal sum) => $"{Plain(sum)}\u00a0{Currency}";

    /// <summary>So many whole points by their name.</summary>
    public string Points(decimal points) => $"{Plain(points)}\u00a0{PointsWord(points)}";

    /// <summary>So many units of goods.</summary>
    public string Pieces(decimal quantity) => text["Say.Pieces", Plain(quantity)];

    /// <summary>So many days, purchases or times in the right form.</summary>
    public string Count(long number, string unit) =>
        $"{Plain(number)}\u00a0{Formats.Word(number, new CountedWord(text[$"Count.{unit}.One"], text[$"Count.{unit}.Few"], text[$"Count.{unit}.Many"]))}";

    /// <summary>5th, 5-я.</summary>
    public static string Ordinal(int number) => Russian ? $"{number}-я" : number.ToString(CultureInfo.InvariantCulture) + (number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    });

    /// <summary>Names with "or" before the last.</summary>
    public string Or(IEnumerable<string> names) => Joined(names, "Say.Or");

    /// <summary>Names with "and" before the last.</summary>
    public string And(IEnumerable<string> names) => Joined(names, "Say.And");

    /// <summary>What keys are called, with "or" between.</summary>
    public string Named(Func<CampaignKeys, IReadOnlyList<NamedKey>> of, params IEnumerable<string> named)
    {
        var known = keys is null ? [] : of(keys);
        return Or(named.Where(key => key.Length > 0).Select(key => known.FirstOrDefault(k => k.Key == key)?.Name ?? key));
    }

    /// <summary>Goods by their categories and SKUs.</summary>
    public string Goods(GoodsSet goods) => Or([.. goods.Categories, .. goods.Skus]);

    /// <summary>A local date and time; the time only where it is not midnight.</summary>
    public static string Local(DateTime local) => local.ToString(local.TimeOfDay == TimeSpan.Zero ? "d MMM yyyy" : "d MMM yyyy HH:mm", CultureInfo.CurrentCulture);

    /// <summary>A time of day.</summary>
    public static string Time(TimeOnly time) => time.ToString("HH:mm", CultureInfo.CurrentCulture);

    /// <summary>Days of the week, Monday first; all of the working week and the weekend by their names.</summary>
    public string Days(IEnumerable<DayOfWeek> days)
    {
        var chosen = InWeekOrder.Where(days.Contains).ToList();
        return chosen is [DayOfWeek.Monday, _, _, _, DayOfWeek.Friday] ? text["Say.Workdays"]
            : chosen is [DayOfWeek.Saturday, DayOfWeek.Sunday] ? text["Say.Weekend"]
            : And(chosen.Select(day => CultureInfo.CurrentCulture.DateTimeFormat.GetDayName(day)));
    }

    /// <summary>Monday to Sunday.</summary>
    public static IReadOnlyList<DayOfWeek> InWeekOrder { get; } =
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    private string PointsWord(decimal points) => Formats.Word(points, Russian ? units.Unit.Russian : units.Unit.English);

    private string Joined(IEnumerable<string> names, string last) => names.ToList() switch
    {
        [] => Unsaid,
        [var only] => only,
        var several => text[last, string.Join(", ", several[..^1]), several[^1]],
    };
}
