using LoyaltyAdmin.Domain.GiftCards;

namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>What was decided on a purchase; amounts in units of currency, points in points.</summary>
public record PurchaseAnswer
{
    /// <summary>Quantity × price of all lines.</summary>
    public required decimal Gross { get; init; }

    public required decimal Discount { get; init; }

    /// <summary>What points pay, in money.</summary>
    public required decimal Redeemed { get; init; }

    public required decimal RedeemedPoints { get; init; }

    /// <summary>What is left to pay in money.</summary>
    public required decimal ToPay { get; init; }

    /// <summary>What gift cards of the program pay.</summary>
    public required decimal PaidByGiftCards { get; init; }

    /// <summary>What became of each gift card that pays or is sold.</summary>
    public required IReadOnlyList<GiftCardMoveAnswer> GiftCards { get; init; }

    public required decimal Accrued { get; init; }

    /// <summary>The part of accrued that cannot be spent yet.</summary>
    public required decimal Pending { get; init; }

    public required IReadOnlyList<LineAnswer> Lines { get; init; }

    public required IReadOnlyList<ReasonAnswer> Reasons { get; init; }

    /// <summary>What campaigns did, those that gave something first in the order of their stages.</summary>
    public required IReadOnlyList<OfferAnswer> Offers { get; init; }

    /// <summary>What the member can spend right after it.</summary>
    public required decimal Balance { get; init; }
}

/// <summary>What became of one gift card.</summary>
/// <param name="Code">Masked: its last four digits.</param>
/// <param name="Move">redemption, sale, redemptionReturned or disabled.</param>
/// <param name="Amount">How much money it moved.</param>
/// <param name="Left">What is on the card after it.</param>
/// <param name="LastDay">The last day on which it pays; null for a card without end.</param>
public sealed record GiftCardMoveAnswer(string Code, GiftCardEntryKind Move, decimal Amount, decimal Left, DateOnly? LastDay)
{
    internal static IReadOnlyList<GiftCardMoveAnswer> Of(IEnumerable<GiftCardNote> notes) =>
        [.. notes.Select(n => new GiftCardMoveAnswer(n.Code, n.Move, n.Amount.Amount, n.Left.Amount, n.LastDay))];
}

/// <summary>A receipt that was posted, as it was decided then.</summary>
public sealed record ReceiptAnswer : PurchaseAnswer
{
    public required long Id { get; init; }

    public required string ReceiptId { get; init; }

    /// <summary>The member's id; null for a receipt without a member.</summary>
    public long? MemberId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public string? Store { get; init; }
}

/// <summary>A quote: what posting would answer.</summary>
public sealed record QuoteAnswer : PurchaseAnswer
{
    /// <summary>The most points that can pay for this purchase, however many were asked for.</summary>
    public required decimal MaxRedeemable { get; init; }

    /// <summary>Why it is not more.</summary>
    public required IReadOnlyList<ReasonAnswer> MaxReasons { get; init; }

    /// <summary>To ask the customer for before points are spent, and to send back as confirmedName; null where no name is known.</summary>
    public string? MaskedName { get; init; }
}

/// <summary>What was decided on one line; the discount includes its share of the order discount.</summary>
public sealed record LineAnswer(int Line, decimal Discount, decimal Redeemed, decimal RedeemedPoints, decimal Accrued);

/// <summary>Why it was decided so.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Text">In the language of Accept-Language, for people.</param>
/// <param name="Line">The line it is about; null for the whole purchase.</param>
public sealed record ReasonAnswer(string Code, string Text, int? Line);

/// <summary>A return that was posted.</summary>
public sealed record ReturnAnswer
{
    public required long Id { get; init; }

    public required string ReturnId { get; init; }

    public required string ReceiptId { get; init; }

    /// <summary>Money to give back.</summary>
    public required decimal Refund { get; init; }

    /// <summary>Given back to gift cards: cards first, money after them.</summary>
    public required decimal GiftCardRestored { get; init; }

    /// <summary>What became of each gift card.</summary>
    public required IReadOnlyList<GiftCardMoveAnswer> GiftCards { get; init; }

    /// <summary>Spent points that were given back.</summary>
    public required decimal PointsRestored { get; init; }

    /// <summary>Earned points that were taken back, debt included.</summary>
    public required decimal AccrualReversed { get; init; }

    /// <summary>The part of accrualReversed that the member did not have any more: the next accruals repay it.</summary>
    public required decimal Debt { get; init; }

    /// <summary>What the member can spend right after it.</summary>
    public required decimal Balance { get; init; }
}
