using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Members;

/// <summary>A member's points at an instant, by the lots themselves (R1).</summary>
/// <param name="Available">What can be spent now.</param>
/// <param name="Pending">What is earned and waits for its activation.</param>
/// <param name="Held">What unconfirmed receipts have set aside.</param>
/// <param name="Debt">What the next accruals repay.</param>
/// <param name="Expiring">The available points by their last usable day, the nearest first; those that never expire are left out (R6).</param>
public sealed record MemberBalance(Points Available, Points Pending, Points Held, Points Debt, IReadOnlyList<ExpiryBucket> Expiring);

/// <summary>Points that can be spent on this local day for the last time.</summary>
public sealed record ExpiryBucket(DateOnly LastDay, Points Points);
