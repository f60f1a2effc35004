using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>One member in the matter of bringing friends.</summary>
public sealed record MemberReferral
{
    /// <summary>Normalised; null where none was made yet.</summary>
    public string? Code { get; init; }

    /// <summary>The address to share; null without a code or without one in the terms.</summary>
    public string? Link { get; init; }

    /// <summary>The terms in force.</summary>
    public required ReferralConditions Terms { get; init; }

    /// <summary>How many of the member's friends stand where.</summary>
    public required IReadOnlyDictionary<ReferralState, int> Friends { get; init; }

    /// <summary>Points that the member got for friends.</summary>
    public required Points Earned { get; init; }

    /// <summary>For how many friends of this month the member can still be rewarded; null for any number.</summary>
    public int? LeftThisMonth { get; init; }

    /// <summary>For how many in all; null for any number.</summary>
    public int? LeftInAll { get; init; }

    /// <summary>By whose code the member came; null for nobody's.</summary>
    public ReferralRow? CameBy { get; init; }

    public int Of(ReferralState state) => Friends.GetValueOrDefault(state);
}
