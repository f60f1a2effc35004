using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A sale or a return that a till, an import or the demo brings, ready to be posted.</summary>
public abstract record Posting
{
    /// <summary>The natural key: <c>receiptId</c> or <c>returnId</c>.</summary>
    public required string Key { get; init; }

    /// <summary>Fingerprint of all that was sent: the same key with another fingerprint is a conflict.</summary>
    public required string PayloadHash { get; init; }

    /// <summary>Null for a receipt without a member.</summary>
    public MemberKey? Member { get; init; }

    public required ReceiptSource Source { get; init; }

    /// <summary>Whose till it comes from, where it is a partner's; it can touch nothing that another owner of tills has posted.</summary>
    public PartnerTill? Partner { get; init; }

    /// <summary>The till's own number of it.</summary>
    public string TillKey => PartnerTill.Tell(Key, Partner?.Id);

    /// <summary>The import that brings it; null if none does.</summary>
    public int? ImportId { get; init; }
}

/// <summary>A purchase to be posted.</summary>
public sealed record SalePosting : Posting
{
    public required ReceiptDraft Draft { get; init; }

    /// <summary>Decimals of a point when the points to be spent were read; null where they are counted as the program counts them.</summary>
    public int? PointDecimals { get; init; }
}

/// <summary>Goods that come back.</summary>
public sealed record ReturnPosting : Posting
{
    public required DateTime OccurredAt { get; init; }

    public string Store { get; init; } = "";

    /// <summary>
    /// The receipt that the goods were bought with. Null for an imported return that names none: its lines are matched with
    /// the member's latest unreturned lines of the same SKU, and what exceeds them is a return without receipt (R4).
    /// </summary>
    public string? ReceiptKey { get; init; }

    public required IReadOnlyList<ReturnPostingLine> Lines { get; init; }
}

/// <summary>One good that comes back.</summary>
public sealed record ReturnPostingLine
{
    /// <summary>The line of the receipt; null where only the SKU is known.</summary>
    public int? Line { get; init; }

    /// <summary>Needed where <see cref="Line"/> is not given.</summary>
    public string? Sku { get; init; }

    public required Quantity Quantity { get; init; }

    /// <summary>The refund, where the return has an amount of its own (imports); null to take the line's paid money in proportion to the quantity.</summary>
    public Money? Refund { get; init; }
}

/// <summary>What became of a posting: refused, posted now, or found posted before with the same content.</summary>
public sealed record PostingResult
{
    /// <summary>Why it was not posted; nothing was written for it then.</summary>
    public Rejection? Rejection { get; init; }

    /// <summary>Whether the same content was posted before under the same key; the answer is that of then.</summary>
    public bool Replayed { get; init; }

    /// <summary>The receipt, for a sale or the confirmation of a hold.</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>The hold, where one was placed or cancelled.</summary>
    public Hold? Hold { get; init; }

    /// <summary>The return, for a return.</summary>
    public Return? Return { get; init; }

    public static implicit operator PostingResult(Rejection rejection) => new() { Rejection = rejection };
}
