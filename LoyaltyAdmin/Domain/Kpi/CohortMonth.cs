namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>Rollup: what the members whose first receipt was in one calendar month did in another.</summary>
public sealed class CohortMonth
{
    /// <summary>First day of the month of the first receipt.</summary>
    public required DateOnly Cohort { get; init; }

    /// <summary>First day of the month of activity.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Members of the cohort with at least one receipt in the month.</summary>
    public int Active { get; set; }

    public int Receipts { get; set; }

    /// <summary>Net revenue in hundredths; refunds count in their own month.</summary>
    public long Revenue { get; set; }
}
