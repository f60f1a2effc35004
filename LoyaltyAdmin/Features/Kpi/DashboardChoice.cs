using System.Globalization;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.WebUtilities;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>What the dashboard shows, as its address says it.</summary>
/// <param name="Preset">How the period was named.</param>
/// <param name="Period">Its days.</param>
/// <param name="Compares">Whether the previous period stands beside it.</param>
/// <param name="ShowsLtv">Whether the cohorts show LTV instead of retention.</param>
/// <param name="IsHistoric">Whether the period was chosen because nothing was bought lately.</param>
/// <param name="Since">The first day with data.</param>
public sealed record DashboardChoice(PeriodPreset Preset, KpiPeriod Period, bool Compares, bool ShowsLtv, bool IsHistoric, DateOnly Since)
{
    public const string Route = "/";

    /// <summary>Of days chosen by hand that are more than these only those with data are shown: 60 years.</summary>
    private const int MostDays = 21_915;

    /// <summary>The period to compare with; null for none, and where the data begin within it: half a period says nothing.</summary>
    public KpiPeriod? Previous => Compares && Period.Previous() is { } before && Month.Of(before.From) >= Month.Of(Since) ? before : null;

    /// <summary>Reads an address; what is not understood is passed over.</summary>
    public static DashboardChoice Of(
        string? period, string? from, string? to, string? compare, string? cohorts, DateOnly today, KpiPeriod? data)
    {
        var preset = Day(from) < Day(to) ? PeriodPreset.Custom
            : Enum.TryParse<PeriodPreset>(period, ignoreCase: true, out var named) && Enum.IsDefined(named) && named != PeriodPreset.Custom ? named
            : PeriodChoice.Default(today, data);
        return new DashboardChoice(
            preset,
            preset == PeriodPreset.Custom ? Bounded(new KpiPeriod(Day(from)!.Value, Day(to)!.Value), data) : PeriodChoice.Of(preset, today, data),
            compare != "no",
            cohorts == "ltv",
            preset == PeriodPreset.LatestYear && PeriodChoice.Default(today, data) == PeriodPreset.LatestYear,
            data?.From ?? today);
    }

    public string ToAddress() => QueryHelpers.AddQueryString(Route, new Dictionary<string, string?>
    {
        ["period"] = Preset == PeriodPreset.Custom ? null : Preset.ToString().ToLowerInvariant(),
        ["from"] = Preset == PeriodPreset.Custom ? Text(Period.From) : null,
        ["to"] = Preset == PeriodPreset.Custom ? Text(Period.To) : null,
        ["compare"] = Compares ? null : "no",
        ["cohorts"] = ShowsLtv ? "ltv" : null,
    }.Where(p => p.Value is not null));

    /// <summary>The workbook of the same days.</summary>
    public string ToExport() => QueryHelpers.AddQueryString(KpiExport.Path, new Dictionary<string, string?> { ["from"] = Text(Period.From), ["to"] = Text(Period.To) });

    /// <summary>Where the rows of a figure are; null where there is no list of them.</summary>
    public string? ToRows(KpiRows rows) => rows switch
    {
        KpiRows.Receipts => $"/receipts?from={Text(Period.From)}&to={Text(Period.To.AddDays(-1))}",
        KpiRows.Members => "/members?sort=-lastreceipt",
        KpiRows.NewMembers => $"/members?joinedFrom={Text(Period.From)}&joinedTo={Text(Period.To.AddDays(-1))}",
        KpiRows.SilentMembers => $"/members?noPurchaseSince={Text(Period.To.AddDays(-1 - ChurnWindow.Silence))}",
        KpiRows.Channels => $"/joining?from={Text(Period.From)}&to={Text(Period.To.AddDays(-1))}",
        KpiRows.MembersWithPoints => "/members?balance=yes&sort=-available",
        _ => null,
    };

    private static KpiPeriod Bounded(KpiPeriod asked, KpiPeriod? data) =>
        asked.Days <= MostDays || data is not { } known ? asked
            : asked.Within(known) is { IsEmpty: false } part ? part : known;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Which day it is for the program.</summary>
public static class ProgramToday
{
    public static async ValueTask<DateOnly> TodayAsync(this ProgramTimelines timelines, BusinessClock clock, CancellationToken ct) =>
        (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow).DayOf(clock.UtcNow);
}
