using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>Periods that people ask for by name. Those that go on end with today.</summary>
public enum PeriodPreset
{
    Last30Days,
    ThisMonth,
    LastMonth,
    ThisQuarter,
    ThisYear,
    LastYear,

    /// <summary>From the first to the last day with anything to show.</summary>
    All,

    /// <summary>The twelve months up to the last with purchases, for data that end in the past.</summary>
    LatestYear,

    /// <summary>Days chosen by hand.</summary>
    Custom,
}

/// <summary>Which days a name means.</summary>
public static class PeriodChoice
{
    private const int Recent = 30;

    /// <summary>What to show before anything is chosen: the last 30 days, or where nothing was bought in them, the last year with data.</summary>
    public static PeriodPreset Default(DateOnly today, KpiPeriod? data) =>
        data is { } known && known.To <= today.AddDays(-Recent) ? PeriodPreset.LatestYear : PeriodPreset.Last30Days;

    /// <summary>The days of a preset.</summary>
    /// <param name="preset">Any but <see cref="PeriodPreset.Custom"/>.</param>
    /// <param name="today">The program's day.</param>
    /// <param name="data">The days that have anything to show; null when there are none.</param>
    public static KpiPeriod Of(PeriodPreset preset, DateOnly today, KpiPeriod? data)
    {
        var (tomorrow, month) = (today.AddDays(1), Month.Of(today));
        var year = new DateOnly(today.Year, 1, 1);
        return preset switch
        {
            PeriodPreset.Last30Days => new KpiPeriod(tomorrow.AddDays(-Recent), tomorrow),
            PeriodPreset.ThisMonth => new KpiPeriod(month, tomorrow),
            PeriodPreset.LastMonth => new KpiPeriod(month.AddMonths(-1), month),
            PeriodPreset.ThisQuarter => new KpiPeriod(month.AddMonths(-((today.Month - 1) % 3)), tomorrow),
            PeriodPreset.ThisYear => new KpiPeriod(year, tomorrow),
            PeriodPreset.LastYear => new KpiPeriod(year.AddYears(-1), year),
            PeriodPreset.All => data ?? new KpiPeriod(month, tomorrow),
            PeriodPreset.LatestYear => LatestYear(data?.To.AddDays(-1) ?? today),
            _ => throw new ArgumentOutOfRangeException(nameof(preset)),
        };
    }

    private static KpiPeriod LatestYear(DateOnly last)
    {
        var end = Month.Of(last).AddMonths(1);
        return new KpiPeriod(end.AddMonths(-12), end);
    }
}
