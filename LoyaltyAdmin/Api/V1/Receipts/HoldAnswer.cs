using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>A hold: what was decided on its purchase when it was placed, and where it is in its life.</summary>
public sealed record HoldAnswer : PurchaseAnswer
{
    public required long Id { get; init; }

    public required string ReceiptId { get; init; }

    /// <summary>open, confirmed, cancelled or lapsed. A lapsed one can still be confirmed, by what the balance allows then.</summary>
    public required HoldStatus Status { get; init; }

    /// <summary>Points set aside.</summary>
    public required decimal Held { get; init; }

    /// <summary>Until when they stay set aside.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The most points that could pay for the purchase, however many were asked for.</summary>
    public required decimal MaxRedeemable { get; init; }
}
