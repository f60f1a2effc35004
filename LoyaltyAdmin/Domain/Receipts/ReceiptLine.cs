using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>One position of a receipt, with what it earned and paid and how much of it came back.</summary>
public sealed class ReceiptLine
{
    public required long ReceiptId { get; init; }

    /// <summary>The number of the position on the receipt, as the till gave it.</summary>
    public required int Line { get; init; }

    public required string Sku { get; init; }

    public string? Name { get; init; }

    public string? Category { get; init; }

    public required Quantity Quantity { get; init; }

    /// <summary>Quantity × price, before discounts.</summary>
    public required Money Gross { get; init; }

    public Money Discount { get; init; }

    /// <summary>What points paid of it, in money.</summary>
    public Money Redeemed { get; init; }

    public Points RedeemedPoints { get; init; }

    public Points Accrued { get; init; }

    /// <summary>The part of <see cref="Accrued"/> that campaigns gave: their own rules say what a return takes back of it.</summary>
    public Points Promoted { get; init; }

    /// <summary>Returned so far.</summary>
    public Quantity ReturnedQuantity { get; set; }

    /// <summary>Money refunded so far.</summary>
    public Money Refunded { get; set; }

    /// <summary>Earned points that returns have asked back so far, whether or not the member still had them.</summary>
    public Points Reversed { get; set; }

    /// <summary>The part of <see cref="Reversed"/> that goes to campaigns.</summary>
    public Points PromotedReversed { get; set; }

    /// <summary>Spent points that returns gave back so far.</summary>
    public Points Restored { get; set; }

    /// <summary>What was paid in money: gross − discount − redeemed.</summary>
    public Money Net => Gross - Discount - Redeemed;
}
