using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Referrals;

/// <summary>Where a friend is on the way from the code to the reward.</summary>
public enum ReferralState
{
    /// <summary>Has joined by a code and not bought enough yet.</summary>
    Joined,

    /// <summary>Has bought; the time in which goods may come back is not over.</summary>
    Waiting,

    /// <summary>The points are given.</summary>
    Rewarded,

    /// <summary>There will be none: see <see cref="Referral.Refusal"/>.</summary>
    Refused,

    /// <summary>Given, and taken back by a person.</summary>
    TakenBack,
}

/// <summary>Why there is no reward, or none for one of the two.</summary>
public enum ReferralRefusal
{
    /// <summary>The code is the member's own, or both are one person by now.</summary>
    OwnCode,

    SamePhone,

    SameEmail,

    SameCard,

    SameAddress,

    SameDevice,

    /// <summary>Had bought before the code.</summary>
    AlreadyBuyer,

    /// <summary>Came by another code before.</summary>
    AlreadyReferred,

    /// <summary>Did not buy enough in time.</summary>
    TooLate,

    /// <summary>What was bought came back.</summary>
    Returned,

    /// <summary>One of the two is blocked.</summary>
    Blocked,

    /// <summary>Whoever brought the friend has been rewarded for as many this month as may be.</summary>
    MonthCap,

    /// <summary>Has been rewarded for as many in all as may be.</summary>
    TotalCap,
}

/// <summary>A friend who came by a member's code. The members keep their numbers when they are merged: who stands for them is asked when it matters.</summary>
public sealed class Referral
{
    public required long Id { get; init; }

    public required string Code { get; init; }

    public required long ReferrerId { get; init; }

    public required long FriendId { get; init; }

    public required DateTime JoinedAt { get; init; }

    /// <summary>The local day of using the code.</summary>
    public required DateOnly JoinedOn { get; init; }

    /// <summary>The last local day on which the purchase counts; the last of all days for any time.</summary>
    public required DateOnly BuyBy { get; init; }

    /// <summary>The version of the conditions that promised the reward: those in force when the code was used.</summary>
    public required int RuleVersion { get; init; }

    public ReferralState State { get; set; }

    public ReferralRefusal? Refusal { get; set; }

    /// <summary>The purchase that counts.</summary>
    public long? ReceiptId { get; set; }

    public DateOnly? PurchasedOn { get; set; }

    /// <summary>The local day from which on the points are given.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The local day of the reward or of the refusal.</summary>
    public DateOnly? DecidedOn { get; set; }

    /// <summary>What the one who brought the friend got.</summary>
    public Points ReferrerPoints { get; set; }

    /// <summary>What the friend got.</summary>
    public Points FriendPoints { get; set; }

    public int Version { get; set; }
}
