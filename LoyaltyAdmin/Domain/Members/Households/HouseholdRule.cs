using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Members.Households;

/// <summary>Who may belong to a household.</summary>
public static class HouseholdRule
{
    /// <summary>Why a member cannot come into a household; null for one who can, or is in it already.</summary>
    /// <param name="member">The member.</param>
    /// <param name="household">The household; null for one that is being made.</param>
    /// <param name="isDemo">Whether the others were invented by the demo shop, which is taken away as a whole.</param>
    public static Rejection? Refuse(Member member, int? household, bool isDemo) =>
        member.MergedIntoId is { } survivor ? new Rejection("Members.Merged", survivor)
        : member.HouseholdId is { } other ? other == household ? null : new Rejection("Households.InAnotherConflict", member.Id, other)
        : member.Status == MemberStatus.Blocked ? new Rejection("Households.MemberBlocked", member.Id)
        : !IsIdentified(member) ? new Rejection("Households.NotIdentified", member.Id)
        : member.IsDemo != isDemo ? new Rejection("Households.DemoAndReal")
        : null;

    /// <summary>Why so many cannot be in one; null where they can.</summary>
    /// <param name="size">How many there would be.</param>
    /// <param name="limit">How many the conditions allow; none at all where it is zero.</param>
    public static Rejection? Refuse(int size, int limit) =>
        limit == 0 ? new Rejection("Households.Off")
        : size > limit ? new Rejection("Households.Full", limit)
        : null;

    /// <summary>Whether somebody is known behind the card: a name or a contact.</summary>
    public static bool IsIdentified(Member member) => (member.FirstName ?? member.LastName ?? member.Phone ?? member.Email) is not null;

    /// <summary>Who stands for a household: the one who was named, and once that one is gone, who has been in the program longest.</summary>
    public static long HeadOf(long named, IEnumerable<Member> members)
    {
        var all = members.ToList();
        return all.Exists(m => m.Id == named) ? named : all.OrderBy(m => m.JoinedAt).ThenBy(m => m.Id).Select(m => m.Id).FirstOrDefault(named);
    }
}
