using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Imports;

/// <summary>One row of a receipts file, read and found sound in itself.</summary>
public sealed record ReceiptRow
{
    /// <summary>The number of the row as a spreadsheet shows it.</summary>
    public required int Row { get; init; }

    /// <summary>Rows with one key are one receipt; null where the file gives none and each row is one.</summary>
    public string? Key { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required bool IsReturn { get; init; }

    /// <summary>The receipt that returned goods were bought with.</summary>
    public string? ReturnOf { get; init; }

    /// <summary>External id of the member.</summary>
    public string? Member { get; init; }

    public string? Store { get; init; }

    public string? Register { get; init; }

    public string? Channel { get; init; }

    public int? Line { get; init; }

    public string? Sku { get; init; }

    public string? Name { get; init; }

    public string? Category { get; init; }

    public required Quantity Quantity { get; init; }

    /// <summary>Of the whole line before its discount.</summary>
    public required Money Gross { get; init; }

    public Money Discount { get; init; }

    /// <summary>Whether this row stands on the same receipt, or the same return, as another.</summary>
    public bool BelongsWith(ReceiptRow other) =>
        Key is not null && Key == other.Key && IsReturn == other.IsReturn;
}
