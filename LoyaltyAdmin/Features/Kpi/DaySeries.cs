using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Figures of days, in the order of time; days of which there is nothing to say are missing.</summary>
public sealed record DaySeries<T>(IReadOnlyList<(DateOnly Day, T Figures)> Days)
{
    /// <summary>Those of one period.</summary>
    public IEnumerable<T> In(KpiPeriod period)
    {
        for (var i = FirstFrom(period.From); i < Days.Count && Days[i].Day < period.To; i++)
        {
            yield return Days[i].Figures;
        }
    }

    private int FirstFrom(DateOnly day)
    {
        var (low, high) = (0, Days.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Days[middle].Day < day ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
