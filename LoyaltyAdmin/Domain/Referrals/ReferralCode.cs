namespace LoyaltyAdmin.Domain.Referrals;

/// <summary>The code by which a member brings friends; one for each member, for good.</summary>
public sealed class ReferralCode
{
    public required long MemberId { get; init; }

    /// <summary>Normalised: see <see cref="ReferralCodeRule"/>; unique.</summary>
    public required string Code { get; init; }

    public required DateTime CreatedAt { get; init; }
}
