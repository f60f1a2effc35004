using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>Gift cards that somebody ordered: virtual ones to print or send, plastic ones to an address.</summary>
public sealed class GiftCardOrder
{
    public const int MostCards = 100;
    public const int LongestName = 100;
    public const int LongestAddress = 500;
    public const int LongestTracking = 100;

    public required long Id { get; init; }

    /// <summary>The shop's own name of it (<c>orderId</c>); unique.</summary>
    public required string Key { get; init; }

    /// <summary>Fingerprint of the order, to tell a repetition from another one under the same key.</summary>
    public required string PayloadHash { get; init; }

    public required long SeriesId { get; init; }

    /// <summary>What each card is worth.</summary>
    public required Money Amount { get; init; }

    public required int Count { get; init; }

    /// <summary>Who pays.</summary>
    public required string Buyer { get; init; }

    /// <summary>How to reach the buyer: a phone or an e-mail.</summary>
    public required string BuyerContact { get; init; }

    /// <summary>Who gets the parcel; empty for virtual cards.</summary>
    public string Recipient { get; init; } = "";

    public string RecipientPhone { get; init; } = "";

    /// <summary>Where to; empty for virtual cards.</summary>
    public string Address { get; init; } = "";

    public string GivenBy { get; init; } = "";

    public string GivenTo { get; init; } = "";

    public string Words { get; init; } = "";

    public string? Channel { get; init; }

    public GiftCardOrderStatus Status { get; private set; }

    /// <summary>The partner's number of the parcel; empty until there is one.</summary>
    public string Tracking { get; private set; } = "";

    public required DateTime CreatedAt { get; init; }

    public DateTime? PaidAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The name under which one of its cards is sold, so that it is sold once.</summary>
    public static string OperationOf(long order, int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{OperationsOf(order)}{number}");

    /// <summary>What the names of all its sales begin with.</summary>
    public static string OperationsOf(long order) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"gift-card-order {order} ");

    /// <summary>Its cards are paid and sold; null when it is so now.</summary>
    public Rejection? Pay(bool isVirtual, DateTime at)
    {
        if (Status != GiftCardOrderStatus.New)
        {
            return Refuse();
        }

        (Status, PaidAt) = (isVirtual ? GiftCardOrderStatus.Ready : GiftCardOrderStatus.Paid, at);
        Version++;
        return null;
    }

    /// <summary>
    /// What the delivery partner, or the staff for it, tells. News that are old, or told again, change nothing: a parcel does not
    /// go back along its way.
    /// </summary>
    /// <returns>Whether it changed, or why it cannot be so.</returns>
    public Result<bool> Report(GiftCardOrderStatus status, string? tracking)
    {
        if (status is not (GiftCardOrderStatus.HandedOver or GiftCardOrderStatus.OnTheWay or GiftCardOrderStatus.Delivered or GiftCardOrderStatus.Returned))
        {
            return new Rejection("GiftCards.OrderStatusInvalid") { Field = "status" };
        }

        if (Status is GiftCardOrderStatus.New or GiftCardOrderStatus.Ready or GiftCardOrderStatus.Cancelled)
        {
            return Refuse();
        }

        var known = string.IsNullOrWhiteSpace(tracking) ? Tracking : tracking.Trim();
        if (status <= Status && (known == Tracking || Tracking.Length > 0))
        {
            return false;
        }

        (Status, Tracking) = (status > Status ? status : Status, known);
        Version++;
        return true;
    }

    /// <summary>It does not come about; null when it is cancelled now. Not while the parcel is with the partner or the receiver.</summary>
    public Rejection? Cancel()
    {
        if (Status is GiftCardOrderStatus.HandedOver or GiftCardOrderStatus.OnTheWay or GiftCardOrderStatus.Delivered or GiftCardOrderStatus.Cancelled)
        {
            return Refuse();
        }

        Status = GiftCardOrderStatus.Cancelled;
        Version++;
        return null;
    }

    private Rejection Refuse() => new($"GiftCards.Order{Status}Conflict", Key);
}

/// <summary>One step of an order: what, when, by whom, why.</summary>
public sealed class GiftCardOrderStep
{
    public long Id { get; init; }

    public required long OrderId { get; init; }

    public required DateTime At { get; init; }

    public required GiftCardOrderStatus Status { get; init; }

    /// <summary>The person, key, job or partner.</summary>
    public required string Author { get; init; }

    public string Note { get; init; } = "";
}
