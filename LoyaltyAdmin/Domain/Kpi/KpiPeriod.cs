using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>Days of the program that figures are asked for: from the first, up to but without the second (R22).</summary>
public readonly record struct KpiPeriod(DateOnly From, DateOnly To)
{
    /// <summary>Zero where the end is not after the beginning: such a period is empty.</summary>
    public int Days => Math.Max(0, To.DayNumber - From.DayNumber);

    public bool IsEmpty => Days == 0;

    public bool IsWholeMonths => !IsEmpty && From.Day == 1 && To.Day == 1;

    /// <summary>
    /// The period of the same length right before: as many calendar months where it is whole months, else as many days.
    /// Null where the calendar does not reach that far back.
    /// </summary>
    public KpiPeriod? Previous()
    {
        if (IsWholeMonths)
        {
            var months = Month.Between(From, To);
            return Month.Between(DateOnly.MinValue, From) < months ? null : new KpiPeriod(From.AddMonths(-months), From);
        }

        return From.DayNumber < Days ? null : new KpiPeriod(From.AddDays(-Days), From);
    }

    /// <summary>The part of the period that lies in another.</summary>
    public KpiPeriod Within(KpiPeriod other) => new(From > other.From ? From : other.From, To < other.To ? To : other.To);
}
