namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>When, for what and by whom points move: what the entries of one operation have in common.</summary>
public sealed record EntryContext
{
    /// <summary>The business instant.</summary>
    public required DateTime At { get; init; }

    /// <summary>The business day.</summary>
    public required DateOnly Day { get; init; }

    public long? ReceiptId { get; init; }

    public long? ReturnId { get; init; }

    public string? Author { get; init; }

    public string? Reason { get; init; }

    public string? OperationId { get; init; }
}
