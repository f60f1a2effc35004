using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Receipts;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>A purchase that is to be posted.</summary>
public record ReceiptRequest : PurchaseRequest
{
    [Required, MaxLength(ReceiptReader.LongestKey)]
    [Description("The till's own name of the receipt. The same content under it again gives the same answer, other content is 409.")]
    public string? ReceiptId { get; init; }

    [Required, Description("When it was bought; at most a day ahead.")]
    public ApiInstant? OccurredAt { get; init; }
}

/// <summary>A purchase whose points are to be set aside until it is paid.</summary>
public sealed record HoldRequest : ReceiptRequest
{
    [Description("How long the points stay set aside, in seconds: 1 to 86,400; 900 when not given.")]
    public int? Ttl { get; init; }
}

/// <summary>A purchase to be quoted: nothing is written.</summary>
public sealed record QuoteRequest : PurchaseRequest
{
    [Description("When it is bought; now when it is not given.")]
    public ApiInstant? OccurredAt { get; init; }
}

/// <summary>What a purchase consists of.</summary>
public abstract record PurchaseRequest
{
    [Description("Who buys, by one of id, externalId, card, phone, email; a text is an external id, a number an id. Nobody when not given.")]
    public MemberReference? Member { get; init; }

    [MaxLength(64)]
    public string? Store { get; init; }

    [MaxLength(64)]
    public string? Register { get; init; }

    [MaxLength(50)]
    public string? Channel { get; init; }

    [Required, MinLength(1), MaxLength(ReceiptReader.MostLines)]
    public IReadOnlyList<PurchaseLine?>? Lines { get; init; }

    [Description("How many points to pay with; what exceeds the limits or the balance is not taken, and a reason says so.")]
    public decimal? RedeemPoints { get; init; }

    [MaxLength(ReceiptReader.LongestName), Description("The maskedName of the look-up or quote, once the customer has confirmed it: points are not spent without it by a member who was named by phone or email, where the conditions say so.")]
    public string? ConfirmedName { get; init; }

    [Description("True when the till had no connection when it sold; points then pay no more than the conditions allow offline. True in a journal when not given.")]
    public bool? Offline { get; init; }

    [Description("A discount on the whole purchase, beside those of the lines.")]
    public decimal? OrderDiscount { get; init; }

    [Description("What a gift card of another issuer pays.")]
    public decimal? PaidByGiftCard { get; init; }

    [MaxLength(ReceiptReader.MostGiftCards), Description("Gift cards that pay, in this order; what they pay is taken off toPay.")]
    public IReadOnlyList<GiftCardPart?>? GiftCards { get; init; }

    [MaxLength(ReceiptReader.MostCodes), Description("Coupons and promo codes; one that is not taken is answered with its reason.")]
    public IReadOnlyList<string?>? Codes { get; init; }

    [MaxLength(ReceiptReader.MostCodes), Description("How it is paid, for campaigns that ask: cash, card or any name of the till's own; gift cards are known by themselves.")]
    public IReadOnlyList<string?>? PaymentTypes { get; init; }
}

/// <summary>One position of a purchase.</summary>
public sealed record PurchaseLine
{
    [Description("The number of the position; its place in the list when not given.")]
    public int? Line { get; init; }

    [Required, MaxLength(64)]
    public string? Sku { get; init; }

    [MaxLength(200)]
    public string? Name { get; init; }

    [MaxLength(100)]
    public string? Category { get; init; }

    [Required, Description("Up to three decimals.")]
    public decimal? Quantity { get; init; }

    [Required, Description("Of one unit, before discounts.")]
    public decimal? Price { get; init; }

    [Description("In money, on the whole line; not above quantity × price.")]
    public decimal? Discount { get; init; }

    [Description("Tax that the price contains, of the whole line.")]
    public decimal? Tax { get; init; }

    [Description("What the line costs the shop, for campaigns with a floor of margin.")]
    public decimal? Cost { get; init; }

    [Description("Goods when not given.")]
    public LineKind? Kind { get; init; }

    [MaxLength(64), Description("Code of the gift card that the line sells; the card holds quantity × price from then on. One card a line.")]
    public string? GiftCard { get; init; }
}

/// <summary>A gift card that pays.</summary>
public sealed record GiftCardPart
{
    [Required, MaxLength(64)]
    public string? Code { get; init; }

    [MaxLength(10), Description("The secret number, where the card has one. Five wrong ones in a row block the card.")]
    public string? Pin { get; init; }

    [Description("How much it is to pay; as much as it can when not given. More than is on the card is refused, more than there is to pay is not taken.")]
    public decimal? Amount { get; init; }
}

/// <summary>Goods that come back.</summary>
public record ReturnRequest
{
    [Required, MaxLength(ReceiptReader.LongestKey)]
    [Description("The till's own name of the return. The same content under it again gives the same answer, other content is 409.")]
    public string? ReturnId { get; init; }

    [Required]
    public ApiInstant? OccurredAt { get; init; }

    [MaxLength(64)]
    public string? Store { get; init; }

    [Required, MinLength(1), MaxLength(ReceiptReader.MostLines)]
    public IReadOnlyList<ReturnedLine?>? Lines { get; init; }
}

/// <summary>How much of a line of the receipt comes back.</summary>
public sealed record ReturnedLine
{
    [Required, Description("The number of the position on the receipt.")]
    public int? Line { get; init; }

    [Required, Description("Above zero, up to three decimals.")]
    public decimal? Quantity { get; init; }
}
