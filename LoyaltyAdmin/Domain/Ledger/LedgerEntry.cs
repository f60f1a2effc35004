using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>One movement of points on an account. Written once, never changed, never removed (R1).</summary>
public sealed class LedgerEntry
{
    public required long Id { get; init; }

    public required long AccountId { get; init; }

    public required EntryKind Kind { get; init; }

    public required Points Points { get; init; }

    public BudgetBlock Block { get; init; }

    /// <summary>The business instant: the receipt's own time, or the instant of expiry.</summary>
    public required DateTime At { get; init; }

    /// <summary>The business day in the program's zone as it was when the entry was written.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTime RecordedAt { get; init; }

    public long? ReceiptId { get; init; }

    public long? ReturnId { get; init; }

    /// <summary>Who did it, when a person did.</summary>
    public string? Author { get; init; }

    /// <summary>Why, in the author's words; required of corrections.</summary>
    public string? Reason { get; init; }

    /// <summary>The caller's key of a correction or opening balance; unique, so that a repetition finds it.</summary>
    public string? OperationId { get; init; }
}
