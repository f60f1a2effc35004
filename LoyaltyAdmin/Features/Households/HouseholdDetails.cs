using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Households;

/// <summary>A household with who belongs to it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="HeadId">The member who stands for it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="Members">The head first, then by number.</param>
/// <param name="IsPooled">Whether the conditions let members of a household spend as one.</param>
public sealed record HouseholdDetails(int Id, long HeadId, DateTime CreatedAt, IReadOnlyList<HouseholdMember> Members, bool IsPooled)
{
    /// <summary>What all who are not blocked can spend together; what a blocked one has is not among it.</summary>
    public Points Available => Members.Where(m => m.Status == MemberStatus.Active).Aggregate(Points.Zero, (sum, m) => sum + m.Available);

    /// <summary>What one of the members can spend: what all have, or the own where nothing is shared or the member is blocked.</summary>
    public Points AvailableTo(long memberId) =>
        Members.SingleOrDefault(m => m.Id == memberId) is not { } member ? Points.Zero
        : IsPooled && member.Status == MemberStatus.Active ? Available
        : member.Available;

    /// <summary>How the household is called: by its head.</summary>
    public string Name => Members.First(m => m.Id == HeadId).Name;
}

/// <summary>One who belongs to a household.</summary>
/// <param name="Id">The member.</param>
/// <param name="Name">What the member is called; contacts are masked.</param>
/// <param name="Status">Who is blocked neither spends nor is spent from.</param>
/// <param name="Available">What can be spent of the own account.</param>
/// <param name="Debt">What the next own accruals repay.</param>
public sealed record HouseholdMember(long Id, string Name, MemberStatus Status, Points Available, Points Debt);
