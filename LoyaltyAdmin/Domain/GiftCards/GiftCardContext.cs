namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>When, where and why the money of a card moves.</summary>
public sealed record GiftCardContext
{
    public required DateTime At { get; init; }

    public required DateOnly Day { get; init; }

    public long? ReceiptId { get; init; }

    /// <summary>The line that sells the card.</summary>
    public int? ReceiptLine { get; init; }

    public long? ReturnId { get; init; }

    public string Store { get; init; } = "";

    public string? Channel { get; init; }

    public string? Author { get; init; }

    public string? Reason { get; init; }
}
