using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>What a receipt spent from a lot, or what a return of that receipt gave back to it.</summary>
public sealed record LotSpending(long ReceiptId, long LotId, Points Points, bool IsRestored);
