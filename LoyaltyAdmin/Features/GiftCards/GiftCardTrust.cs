namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>What a till was told before about the cards that pay.</summary>
public enum GiftCardTrust
{
    /// <summary>Nothing: it asks now.</summary>
    Asked,

    /// <summary>A hold has set their money aside and is in time.</summary>
    InTime,

    /// <summary>A hold had set it aside, and its time is over: what is still there is taken.</summary>
    Late,
}
