namespace LoyaltyAdmin.Features.Ledger;

/// <summary>Marks the texts of the ledger.</summary>
public sealed class LedgerText;
