using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Referrals;

/// <summary>A purchase of a friend.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="At">When.</param>
/// <param name="Day">The local day.</param>
/// <param name="Paid">Money paid.</param>
/// <param name="Refunded">What was given back of it since.</param>
public sealed record FriendPurchase(long ReceiptId, DateTime At, DateOnly Day, Money Paid, Money Refunded)
{
    /// <summary>What the shop kept, in hundredths.</summary>
    public long Kept => Paid.Minor - Refunded.Minor;
}

/// <summary>What is known of a referral when it is judged.</summary>
public sealed record ReferralFacts
{
    /// <summary>The last local day on which the purchase counts.</summary>
    public required DateOnly BuyBy { get; init; }

    /// <summary>Whether the friend had bought on a day before the code was used.</summary>
    public bool BoughtBefore { get; init; }

    /// <summary>What the friend has paid for since.</summary>
    public IReadOnlyList<FriendPurchase> Purchases { get; init; } = [];

    /// <summary>Whether both are one person by now.</summary>
    public bool IsSamePerson { get; init; }

    /// <summary>Whether somebody else had brought the friend before.</summary>
    public bool ReferredBefore { get; init; }

    /// <summary>Whether one of the two is blocked.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>What both have in common that may not be, the first of it.</summary>
    public ReferralRefusal? Shared { get; init; }
}

/// <summary>Where a referral stands after it was judged.</summary>
/// <param name="State">Where; <see cref="ReferralState.Rewarded"/> where the reward is due.</param>
/// <param name="Refusal">Why not.</param>
/// <param name="Purchase">The purchase that counts.</param>
/// <param name="DueOn">The local day from which on the reward is given.</param>
public sealed record ReferralStep(ReferralState State, ReferralRefusal? Refusal = null, FriendPurchase? Purchase = null, DateOnly? DueOn = null);
