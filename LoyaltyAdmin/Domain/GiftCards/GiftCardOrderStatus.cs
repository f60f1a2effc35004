namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>Where an order of gift cards is. The numbers are what is stored, and rise along the way of a parcel.</summary>
public enum GiftCardOrderStatus
{
    New = 0,

    /// <summary>Paid; plastic cards wait for the delivery partner to take them.</summary>
    Paid = 1,

    /// <summary>Virtual cards are sold: the page to print or to send is there.</summary>
    Ready = 2,
    HandedOver = 3,
    OnTheWay = 4,
    Delivered = 5,

    /// <summary>The parcel came back.</summary>
    Returned = 6,
    Cancelled = 7,
}
