namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>Where a gift card is in its life. The numbers are what is stored.</summary>
public enum GiftCardStatus
{
    /// <summary>Made or printed, and not sold: there is no money on it.</summary>
    Issued = 0,

    /// <summary>Sold, with money on it.</summary>
    Active = 1,

    /// <summary>Sold, and all its money spent; a return brings it back to life.</summary>
    UsedUp = 2,

    /// <summary>Its last day is over, and what was left is gone.</summary>
    Expired = 3,

    /// <summary>Its buying order was refunded, and what was left is gone with it.</summary>
    Disabled = 4,

    /// <summary>Pays nothing until it is unblocked; its money stays.</summary>
    Blocked = 5,
}
