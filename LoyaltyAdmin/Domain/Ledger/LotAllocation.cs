using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>Which lot a debit took from, or a restore gave back to, and how much.</summary>
public sealed class LotAllocation
{
    public required long EntryId { get; init; }

    public required long LotId { get; init; }

    public required Points Points { get; init; }
}
