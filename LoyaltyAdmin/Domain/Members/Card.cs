namespace LoyaltyAdmin.Domain.Members;

/// <summary>Where a card is in its life. The numbers are what is stored.</summary>
public enum CardStatus
{
    /// <summary>Names its member at the till.</summary>
    Active = 0,

    /// <summary>Names nobody until it is unblocked.</summary>
    Blocked = 1,

    /// <summary>Made or printed, and waiting for a member.</summary>
    Free = 2,

    /// <summary>Another card stands in its place, for good.</summary>
    Replaced = 3,
}

/// <summary>A physical or virtual card that names a member at a till, or waits to be given to one.</summary>
public sealed class Card
{
    public int Id { get; init; }

    /// <summary>Null while nobody has it.</summary>
    public long? MemberId { get; set; }

    /// <summary>As printed, without blanks; unique among all cards.</summary>
    public required string Number { get; init; }

    public CardStatus Status { get; set; }

    public bool IsVirtual { get; init; }

    /// <summary>When a member got it; null while nobody has it.</summary>
    public DateTime? IssuedAt { get; set; }

    /// <summary>The series it was made or printed in; null for a card that came by itself.</summary>
    public long? SeriesId { get; init; }

    /// <summary>The number of the card that stands in its place.</summary>
    public string? ReplacedBy { get; private set; }

    /// <summary>Gives a free card to a member.</summary>
    /// <exception cref="InvalidOperationException">The card is not free.</exception>
    public void IssueTo(long memberId, DateTime at)
    {
        if (Status != CardStatus.Free)
        {
            throw new InvalidOperationException($"Card {Number} is {Status}.");
        }

        (MemberId, Status, IssuedAt) = (memberId, CardStatus.Active, at);
    }

    /// <summary>Takes the card from its member again, as if it had never been given.</summary>
    public void TakeBack() => (MemberId, Status, IssuedAt) = (null, CardStatus.Free, null);

    /// <summary>Puts another card in its place.</summary>
    public void ReplaceBy(string number) => (Status, ReplacedBy) = (CardStatus.Replaced, number);
}
