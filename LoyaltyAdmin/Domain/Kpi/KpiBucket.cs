using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>How finely a period is divided.</summary>
public enum KpiStep
{
    Day,

    /// <summary>From Monday to Sunday.</summary>
    Week,
    Month,
    Quarter,
    Year,
}

/// <summary>One bar or point of a chart: a day, week, month, quarter or year, clipped to the period that it is part of.</summary>
public readonly record struct KpiBucket(KpiStep Step, KpiPeriod Period)
{
    private const int MostDays = 62;
    private const int MostWeekDays = 200;
    private const int MostMonthDays = 1_830;
    private const int MostQuarterDays = 5_500;

    /// <summary>The first day of the whole day, week or other step.</summary>
    public DateOnly Start => StartOf(Period.From, Step);

    /// <summary>The first day after the whole day, week or other step.</summary>
    public DateOnly End => Next(Start, Step);

    /// <summary>Whether the period takes in all of it.</summary>
    public bool IsWhole => Period.From == Start && Period.To == End;

    /// <summary>The division that shows a period with neither too few nor too many points.</summary>
    public static KpiStep StepFor(KpiPeriod period) => period.Days switch
    {
        <= MostDays => KpiStep.Day,
        <= MostWeekDays => KpiStep.Week,
        <= MostMonthDays => KpiStep.Month,
        <= MostQuarterDays => KpiStep.Quarter,
        _ => KpiStep.Year,
    };

    /// <summary>The period divided, in the order of time.</summary>
    public static IReadOnlyList<KpiBucket> Divide(KpiPeriod period, KpiStep step)
    {
        var buckets = new List<KpiBucket>();
        for (var from = period.From; from < period.To;)
        {
            var end = Next(StartOf(from, step), step);
            buckets.Add(new KpiBucket(step, new KpiPeriod(from, end < period.To ? end : period.To)));
            from = end;
        }

        return buckets;
    }

    private static DateOnly StartOf(DateOnly day, KpiStep step) => step switch
    {
        KpiStep.Day => day,
        KpiStep.Week => day.AddDays(-Math.Min(day.DayNumber, ((int)day.DayOfWeek + 6) % 7)),
        KpiStep.Month => Month.Of(day),
        KpiStep.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static DateOnly Next(DateOnly start, KpiStep step) => step switch
    {
        KpiStep.Day => start.AddDays(1),
        KpiStep.Week => start.AddDays(7),
        KpiStep.Month => start.AddMonths(1),
        KpiStep.Quarter => start.AddMonths(3),
        _ => start.AddYears(1),
    };
}
