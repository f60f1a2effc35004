namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>By what two members are brought together to be compared. The numbers are what is stored.</summary>
public enum TraitKind
{
    /// <summary>The last ten digits of a phone, whether it stands as phone or as external id.</summary>
    Phone = 0,

    /// <summary>The mailbox that an address leads to, whatever dots and tags it is written with.</summary>
    Mailbox = 1,

    /// <summary>First and last name in one form, in either order.</summary>
    Name = 2,

    /// <summary>The date of birth with the initials, in either order.</summary>
    Birth = 3,
}

/// <summary>One trait of a member: who share one are compared. Kept in a table, so that the database finds them.</summary>
public sealed class MemberTrait
{
    public const int LongestValue = 254;

    public required long MemberId { get; init; }

    public required TraitKind Kind { get; init; }

    public required string Value { get; init; }
}
