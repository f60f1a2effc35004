using LoyaltyAdmin.Domain.Receipts;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A purchase whose points are to be set aside until it is paid (R19); its key is that of the receipt to be.</summary>
public sealed record HoldPosting : Posting
{
    public required ReceiptDraft Draft { get; init; }

    /// <summary>As of a <see cref="SalePosting"/>.</summary>
    public int? PointDecimals { get; init; }

    /// <summary>How long the points stay set aside.</summary>
    public required TimeSpan TimeToLive { get; init; }
}

/// <summary>A held purchase that was paid.</summary>
public sealed record ConfirmPosting : Posting
{
    public required long HoldId { get; init; }

    /// <summary>The receipt as it was paid, when the basket changed after the hold; null when it is the one that was held.</summary>
    public SalePosting? Changed { get; init; }
}

/// <summary>A held purchase that did not come about.</summary>
public sealed record CancelPosting : Posting
{
    public required long HoldId { get; init; }
}
