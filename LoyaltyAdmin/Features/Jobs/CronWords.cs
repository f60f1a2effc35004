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
            var minute = Number(daily.Groups["minute"]);
            var times = daily.Groups["hour"].Captures.Select(hour => new TimeOnly(Number(hour), minute).ToString("t", CultureInfo.CurrentCulture));
            return text["Daily", string.Join(", ", times)];
        }

        return Often().Match(cron) is { Success: true } often ? text["EveryMinutes", Number(often.Groups["minutes"])] : cron;
    }

    private static int Number(Capture digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^0 (?<minute>\d{1,2}) (?<hour>\d{1,2})(,(?<hour>\d{1,2}))* \* \* \?$")]
    private static partial Regex Daily();

    [GeneratedRegex(@"^0 0/(?<minutes>\d{1,2}) 0,3-23 \* \* \?$")]
    private static partial Regex Often();
}
