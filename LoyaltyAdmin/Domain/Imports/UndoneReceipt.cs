using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Imports;

/// <summary>
/// A sale or a return that an import had posted and that was undone with it. It stands apart from the receipts, so that no
/// figure counts it and its key is free again; the entries of the ledger still name it by its number.
/// </summary>
public sealed class UndoneReceipt
{
    public required long Id { get; init; }

    public required bool IsReturn { get; init; }

    public required int ImportId { get; init; }

    public required string Key { get; init; }

    public long? MemberId { get; init; }

    public required DateTime OccurredAt { get; init; }

    public string Store { get; init; } = "";

    /// <summary>What was paid, or refunded.</summary>
    public required Money Net { get; init; }

    /// <summary>Accrued, or taken back.</summary>
    public Points Points { get; init; }
}
