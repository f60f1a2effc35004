using LoyaltyAdmin.Domain.GiftCards;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Which orders of gift cards a list shows.</summary>
public sealed record GiftCardOrderFilter
{
    /// <summary>The beginning of an order's own name.</summary>
    public string? Search { get; init; }

    public GiftCardOrderStatus? Status { get; init; }
}

/// <summary>An order as a list shows one. Money in hundredths.</summary>
public sealed record GiftCardOrderRow
{
    public required long Id { get; init; }

    public required string Key { get; init; }

    public required GiftCardOrderStatus Status { get; init; }

    public required string Series { get; init; }

    public required int Count { get; init; }

    /// <summary>Of one card.</summary>
    public required long Amount { get; init; }

    public required string Buyer { get; init; }

    public required string Recipient { get; init; }

    public required string Tracking { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Whether the partner could not be told.</summary>
    public required bool IsStuck { get; init; }

    public long Sum => Amount * Count;
}

/// <summary>A page of orders, and how many there are in each state.</summary>
public sealed record GiftCardOrderList(IReadOnlyList<GiftCardOrderRow> Rows, int Total, IReadOnlyDictionary<GiftCardOrderStatus, int> ByStatus, int Stuck);

/// <summary>One card of an order.</summary>
public sealed record OrderedCard(long Id, string Code, GiftCardStatus Status, long Balance);

/// <summary>One order with all that its page shows.</summary>
public sealed record GiftCardOrderDetails(
    GiftCardOrder Order, GiftCardSeries Series, IReadOnlyList<OrderedCard> Cards, IReadOnlyList<GiftCardOrderStep> Steps, DeliveryMessage? Message);
