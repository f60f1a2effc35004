using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>Goods that came back: of one receipt, of several (an imported return finds them), or of none that is known.</summary>
public sealed class Return
{
    public required long Id { get; init; }

    /// <summary>The till's own name of it (<c>returnId</c>); unique.</summary>
    public required string Key { get; init; }

    /// <summary>The receipt it names; null for an imported one that names none.</summary>
    public long? ReceiptId { get; init; }

    public long? MemberId { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required DateOnly Day { get; init; }

    public string Store { get; init; } = "";

    /// <summary>At whose till, where it was a partner's; its key then stands in front of <see cref="Key"/>.</summary>
    public int? PartnerId { get; init; }

    /// <summary>Given back for goods, in money and to gift cards: what it takes off the revenue.</summary>
    public required Money Refund { get; init; }

    /// <summary>The part of <see cref="Refund"/> that went back to gift cards.</summary>
    public Money ByGiftCard { get; init; }

    /// <summary>Money given back for gift cards that were sold and are disabled now.</summary>
    public Money CardsRefunded { get; init; }

    /// <summary>What it did to gift cards as JSON; null for nothing.</summary>
    public string? GiftCards { get; init; }

    /// <summary>Money to give back.</summary>
    public Money ToRefund => Refund + CardsRefunded - ByGiftCard;

    /// <summary>Spent points given back.</summary>
    public Points Restored { get; init; }

    /// <summary>Earned points taken back, debt included.</summary>
    public Points Reversed { get; init; }

    /// <summary>The part of <see cref="Reversed"/> that became a debt.</summary>
    public Points Debt { get; init; }

    public Points BalanceAfter { get; init; }

    /// <summary>The import that brought it; null if none did.</summary>
    public int? ImportId { get; init; }

    public ReceiptSource Source { get; init; }

    public required string PayloadHash { get; init; }

    public required DateTime RecordedAt { get; init; }

    public List<ReturnLine> Lines { get; init; } = [];
}

/// <summary>One good of a return, and the receipt line it was matched with.</summary>
public sealed class ReturnLine
{
    public required long ReturnId { get; init; }

    /// <summary>1, 2, 3 … within the return.</summary>
    public required int Number { get; init; }

    /// <summary>Null for a good that came back without a receipt.</summary>
    public long? ReceiptId { get; init; }

    public int? ReceiptLine { get; init; }

    public required string Sku { get; init; }

    public required Quantity Quantity { get; init; }

    public required Money Refund { get; init; }

    public Points Restored { get; init; }

    public Points Reversed { get; init; }
}
