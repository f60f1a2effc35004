using LoyaltyAdmin.Domain.GiftCards;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Which gift cards a list shows.</summary>
public sealed record GiftCardFilter
{
    /// <summary>A whole code; for those who may sell cards its beginning too.</summary>
    public string? Search { get; init; }

    public GiftCardStatus? Status { get; init; }

    public long? SeriesId { get; init; }

    /// <summary>First day of sale.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of sale.</summary>
    public DateOnly? To { get; init; }
}

/// <summary>By what a list of gift cards is sorted.</summary>
public enum GiftCardSort
{
    /// <summary>As they were made; the latest first where nobody asks for another order.</summary>
    Latest,
    Balance,
    Sold,
    LastDay,
}

/// <summary>A gift card as a list shows one. Money in hundredths.</summary>
public sealed record GiftCardRow
{
    public required long Id { get; init; }

    /// <summary>Masked for those who may not sell cards.</summary>
    public required string Code { get; init; }

    public required GiftCardStatus Status { get; init; }

    public required long SeriesId { get; init; }

    public string? Series { get; init; }

    public required bool IsVirtual { get; init; }

    public required long Nominal { get; init; }

    public required long Balance { get; init; }

    public DateOnly? SoldOn { get; init; }

    public string SoldStore { get; init; } = "";

    public DateTime? ExpiresAt { get; init; }

    public string GivenTo { get; init; } = "";

    /// <summary>The last day on which it pays; null without end or unsold.</summary>
    public DateOnly? LastDay { get; init; }
}

/// <summary>A page of a list of gift cards with what the whole adds up to, in hundredths.</summary>
/// <param name="Rows">The page.</param>
/// <param name="Total">How many the filter finds.</param>
/// <param name="Nominal">What they were sold for.</param>
/// <param name="Balance">What is on them: what the shop owes.</param>
public sealed record GiftCardList(IReadOnlyList<GiftCardRow> Rows, int Total, long Nominal, long Balance);
