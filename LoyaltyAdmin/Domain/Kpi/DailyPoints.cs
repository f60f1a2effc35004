using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>Rollup: points moved on one business day by kind of entry and block, in smallest parts.</summary>
public sealed class DailyPoints
{
    public required DateOnly Day { get; init; }

    public required EntryKind Kind { get; init; }

    public required BudgetBlock Block { get; init; }

    public long Points { get; set; }
}
