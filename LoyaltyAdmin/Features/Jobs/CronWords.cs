using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Jobs;

/// <summary>A line of the schedule in words, as far as its forms are known; otherwise the line itself.</summary>
public static partial class CronWords
{
    public static string Of(string cron, IStringLocalizer<JobsText> text)
    {
        if (Daily().Match(cron) is { Success: true } daily)
        {
            var time = new TimeOnly(Number(daily, "hour"), Number(daily, "minute"));
            return text["Daily", time.ToString("t", CultureInfo.CurrentCulture)];
        }

        return Often().Match(cron) is { Success: true } often ? text["EveryMinutes", Number(often, "minutes")] : cron;
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^0 (?<minute>\d{1,2}) (?<hour>\d{1,2}) \* \* \?$")]
    private static partial Regex Daily();

    [GeneratedRegex(@"^0 0/(?<minutes>\d{1,2}) 0,3-23 \* \* \?$")]
    private static partial Regex Often();
}
