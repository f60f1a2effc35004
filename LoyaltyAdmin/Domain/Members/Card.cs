namespace LoyaltyAdmin.Domain.Members;

/// <summary>Where a card is in its life.</summary>
public enum CardStatus
{
    Active,
    Blocked,
}

/// <summary>A physical or virtual card that names a member at a till.</summary>
public sealed class Card
{
    public int Id { get; init; }

    public required long MemberId { get; init; }

    /// <summary>As printed, without blanks; unique among all cards.</summary>
    public required string Number { get; init; }

    public CardStatus Status { get; set; }

    public bool IsVirtual { get; init; }

    public required DateTime IssuedAt { get; init; }
}
