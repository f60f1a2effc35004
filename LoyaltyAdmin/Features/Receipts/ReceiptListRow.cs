namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A sale or a return as a list shows one. What a return gives back is below zero. Money in hundredths, points in smallest parts.</summary>
public sealed record ReceiptListRow
{
    public required ReceiptKind Kind { get; init; }

    public required long Id { get; init; }

    /// <summary>The till's own name of it.</summary>
    public required string Key { get; init; }

    /// <summary>The till's name of the receipt that a return names.</summary>
    public string? ReceiptKey { get; init; }

    public required DateTime OccurredAt { get; init; }

    public long? MemberId { get; init; }

    /// <summary>How the member is called.</summary>
    public string? Member { get; init; }

    public required string Store { get; init; }

    public string? Register { get; init; }

    /// <summary>The partner at whose till it was, by name; null for the shop's own.</summary>
    public string? Partner { get; init; }

    public string? Channel { get; init; }

    /// <summary>Null for a return.</summary>
    public long? Gross { get; init; }

    /// <summary>Null for a return.</summary>
    public long? Discount { get; init; }

    /// <summary>What points paid, in money. Null for a return, which gives back points as points.</summary>
    public long? Redeemed { get; init; }

    public required long RedeemedPoints { get; init; }

    /// <summary>Revenue: without gift cards that were sold, with what gift cards paid.</summary>
    public required long Net { get; init; }

    /// <summary>What gift cards paid of the revenue.</summary>
    public long ByGiftCard { get; init; }

    /// <summary>Paid for gift cards of this program.</summary>
    public long CardsSold { get; init; }

    /// <summary>Paid in money, or given back.</summary>
    public long Paid => Net + CardsSold - ByGiftCard;

    public required long Accrued { get; init; }

    /// <summary>The page of it.</summary>
    public string Href => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/{(Kind == ReceiptKind.Sale ? "receipts" : "returns")}/{Id}");
}

/// <summary>What a list of receipts adds up to. Money in hundredths.</summary>
public sealed record ReceiptTotals(int Sales, int Returns, long Paid, long Refunded)
{
    public int Rows => Sales + Returns;
}

/// <summary>A page of a list of receipts with what the whole list adds up to.</summary>
/// <param name="Rows">The rows of the page.</param>
/// <param name="Totals">Of all that the filter finds.</param>
/// <param name="IsCut">Whether a search found more than it shows.</param>
public sealed record ReceiptList(IReadOnlyList<ReceiptListRow> Rows, ReceiptTotals Totals, bool IsCut);
