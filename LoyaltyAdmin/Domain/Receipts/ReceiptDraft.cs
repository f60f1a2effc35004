using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>What a line sells, where it matters to the rules.</summary>
public enum LineKind
{
    Goods,

    /// <summary>Delivery: earns only when the conditions say so.</summary>
    Shipping,

    /// <summary>A gift card being sold: it is money, so it earns nothing and points cannot pay it (R17).</summary>
    GiftCard,
}

/// <summary>A purchase before it is decided: what the till, the import or the simulator brings.</summary>
public sealed record ReceiptDraft
{
    /// <summary>The payment type of gift cards, whoever issued them.</summary>
    public const string GiftCardPayment = "gift-card";

    public required DateTime OccurredAt { get; init; }

    public string Store { get; init; } = "";

    public string? Register { get; init; }

    public string? Channel { get; init; }

    /// <summary>At whose till, where it is a partner's.</summary>
    public int? PartnerId { get; init; }

    public required IReadOnlyList<ReceiptDraftLine> Lines { get; init; }

    /// <summary>A discount on the whole receipt, beside those of the lines; it is spread over the lines by their net amounts.</summary>
    public Money OrderDiscount { get; init; }

    /// <summary>What gift cards pay of which no more than the sum is known; cards of this program are in <see cref="GiftCards"/>.</summary>
    public Money PaidByGiftCard { get; init; }

    /// <summary>Gift cards of this program that are to pay, in this order.</summary>
    public IReadOnlyList<GiftCardPayment> GiftCards { get; init; } = [];

    /// <summary>Coupons and promo codes that the customer brought.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>How it is paid, as tills name it, such as cash, card or <see cref="GiftCardPayment"/>; empty while that is not known.</summary>
    public IReadOnlyList<string> PaymentTypes { get; init; } = [];

    /// <summary>Whether the till had no connection when it sold: it could not ask for the balance (R19).</summary>
    public bool Offline { get; init; }

    /// <summary>Whether the cashier typed who buys, a phone or an e-mail, rather than saw or scanned a card.</summary>
    public bool MemberTyped { get; init; }

    /// <summary>The masked name that the customer has confirmed; null for none.</summary>
    public string? ConfirmedName { get; init; }

    /// <summary>How many points the member wants to spend.</summary>
    public Points RedeemPoints { get; init; }
}

/// <summary>One position of a purchase before it is decided.</summary>
public sealed record ReceiptDraftLine
{
    public required int Line { get; init; }

    public required string Sku { get; init; }

    public string? Name { get; init; }

    public string? Category { get; init; }

    public required Quantity Quantity { get; init; }

    /// <summary>Quantity × price of the line, before discounts.</summary>
    public required Money Gross { get; init; }

    public Money Discount { get; init; }

    /// <summary>Tax that the price contains.</summary>
    public Money Tax { get; init; }

    public LineKind Kind { get; init; }

    /// <summary>What the line costs the shop; null where it is not known.</summary>
    public Money? Cost { get; init; }

    /// <summary>Code of the gift card that the line sells; null where it sells none of this program.</summary>
    public string? GiftCard { get; init; }
}
