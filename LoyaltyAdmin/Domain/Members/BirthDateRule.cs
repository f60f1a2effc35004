using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Members;

/// <summary>Which birth dates can be a living member's (R16).</summary>
public static class BirthDateRule
{
    public const int GreatestAge = 120;

    /// <summary>What forms put where nobody gave a date.</summary>
    private static readonly DateOnly Placeholder = new(1900, 1, 1);

    /// <summary>Null where it can be; else <c>Members.BirthDateInFuture</c>, <c>Members.BirthDateIsJunk</c> or <c>Members.BirthDateTooOld</c>.</summary>
    public static Rejection? Check(DateOnly birthDate, DateOnly today)
    {
        var code = birthDate switch
        {
            _ when birthDate > today => "Members.BirthDateInFuture",
            _ when birthDate == Placeholder => "Members.BirthDateIsJunk",
            _ when birthDate < today.AddYears(-GreatestAge) => "Members.BirthDateTooOld",
            _ => null,
        };
        return code is null ? null : new Rejection(code, birthDate, GreatestAge) { Field = "birthDate" };
    }
}
