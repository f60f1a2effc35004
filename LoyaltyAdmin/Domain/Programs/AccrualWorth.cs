namespace LoyaltyAdmin.Domain.Programs;

/// <summary>How generous conditions are.</summary>
public static class AccrualWorth
{
    /// <summary>Worth of the points that a purchase earns, as a share of its sum, before minimums and caps; steps count as if each were full.</summary>
    public static decimal ShareOf(ProgramConditions conditions) => ShareOf(conditions, rate: null);

    /// <summary>The same at another rate of accrual: percent, or points for each step; null for that of the main scheme.</summary>
    public static decimal ShareOf(ProgramConditions conditions, decimal? rate)
    {
        var accrual = conditions.Accrual;
        var points = accrual.Mode == AccrualMode.Percent ? (rate ?? accrual.Percent) / 100m
            : accrual.StepAmount.IsZero ? 0m
            : (rate ?? accrual.StepPoints) / accrual.StepAmount.Amount;
        return points * conditions.Redemption.PointValue;
    }
}
