using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>One referral, for lists. Days are local to the program.</summary>
public sealed record ReferralRow
{
    public required long Id { get; init; }

    public required DateOnly JoinedOn { get; init; }

    public required long ReferrerId { get; init; }

    /// <summary>How people call whoever brought the friend.</summary>
    public required string Referrer { get; init; }

    public required long FriendId { get; init; }

    /// <summary>How people call the friend.</summary>
    public required string Friend { get; init; }

    /// <summary>As it is shown.</summary>
    public required string Code { get; init; }

    public required ReferralState State { get; init; }

    public ReferralRefusal? Refusal { get; init; }

    public long? ReceiptId { get; init; }

    public DateOnly? PurchasedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public required Points ReferrerPoints { get; init; }

    public required Points FriendPoints { get; init; }
}

/// <summary>Which referrals a list shows.</summary>
public sealed record ReferralFilter
{
    public ReferralState? State { get; init; }

    public ReferralRefusal? Refusal { get; init; }

    /// <summary>Number of the member who brought the friends.</summary>
    public long? Referrer { get; init; }

    /// <summary>The first day of joining.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of joining.</summary>
    public DateOnly? To { get; init; }
}
