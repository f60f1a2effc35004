namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>What the event of a receipt did.</summary>
public sealed record ActivationAnswer
{
    public required string ReceiptId { get; init; }

    /// <summary>Points that became spendable now.</summary>
    public required decimal Activated { get; init; }

    /// <summary>What the member can spend.</summary>
    public required decimal Balance { get; init; }
}
