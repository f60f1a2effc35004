using LoyaltyAdmin.Domain.Members;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>Which cards a list shows.</summary>
public sealed record CardFilter
{
    /// <summary>The beginning of a number, blanks and dashes aside.</summary>
    public string? Search { get; init; }

    public CardStatus? Status { get; init; }

    public long? SeriesId { get; init; }

    public bool? IsVirtual { get; init; }

    /// <summary>Those that a member has, or those that nobody has.</summary>
    public bool? IsIssued { get; init; }
}

/// <summary>A card as a list shows one.</summary>
public sealed record CardListRow
{
    public required int Id { get; init; }

    public required string Number { get; init; }

    public required CardStatus Status { get; init; }

    public required bool IsVirtual { get; init; }

    public DateTime? IssuedAt { get; init; }

    public string? ReplacedBy { get; init; }

    public long? SeriesId { get; init; }

    public string? Series { get; init; }

    public long? MemberId { get; init; }

    /// <summary>How the member is called; null where nobody has the card.</summary>
    public string? Member { get; init; }
}

/// <summary>By what a list of cards is sorted.</summary>
public enum CardSort
{
    /// <summary>As they were made; the latest first where nobody asks for another order, by number where a number is searched.</summary>
    Latest,
    Number,
}

/// <summary>A page of a list of cards with how many of the whole are in which state.</summary>
public sealed record CardList(IReadOnlyList<CardListRow> Rows, IReadOnlyDictionary<CardStatus, int> ByStatus)
{
    public int Total => ByStatus.Values.Sum();
}
