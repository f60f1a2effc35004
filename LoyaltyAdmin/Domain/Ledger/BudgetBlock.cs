namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>The block of the budget that an issued point is booked to (R9).</summary>
public enum BudgetBlock
{
    Main,
    NonTargeted,
    Targeted,
}
