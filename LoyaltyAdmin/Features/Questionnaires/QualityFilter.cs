using LoyaltyAdmin.Domain.Questionnaires;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>By what joining is reported.</summary>
public enum QualityBy
{
    Store,
    Cashier,
}

/// <summary>Whose joining is reported.</summary>
public sealed record QualityFilter
{
    public QualityBy By { get; init; }

    /// <summary>The first day of joining; null for the usual period.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of joining.</summary>
    public DateOnly? To { get; init; }

    public string? Store { get; init; }
}

/// <summary>How to sort the report.</summary>
public enum QualitySort
{
    Name,
    Joined,
    Filled,
    Valid,
    Verified,
    Score,
    Junk,
}

/// <summary>Members whom one store, or one cashier of a store, brought, and what their questionnaires are worth.</summary>
public sealed record QualityRow
{
    /// <summary>Empty where no store was named.</summary>
    public required string Store { get; init; }

    /// <summary>Empty where nobody was named, or where stores are reported.</summary>
    public string Cashier { get; init; } = "";

    public required int Joined { get; init; }

    /// <summary>With an answer to each required question.</summary>
    public required int Filled { get; init; }

    /// <summary>With a valid answer to each required question: what counts.</summary>
    public required int Valid { get; init; }

    /// <summary>With a verified phone or e-mail.</summary>
    public required int Verified { get; init; }

    /// <summary>Of those who answered anything.</summary>
    public required int Answered { get; init; }

    /// <summary>Sum of their scores.</summary>
    public required long Scores { get; init; }

    /// <summary>Members with junk in an answer.</summary>
    public required int Junk { get; init; }

    public required int JunkPhones { get; init; }

    public required int SharedPhones { get; init; }

    public required int JunkEmails { get; init; }

    public required int JunkNames { get; init; }

    public required int JunkDates { get; init; }

    public required int JunkOthers { get; init; }

    public decimal FilledShare => Share(Filled);

    public decimal ValidShare => Share(Valid);

    public decimal VerifiedShare => Share(Verified);

    public decimal? Score => Answered == 0 ? null : (decimal)Scores / Answered;

    private decimal Share(int part) => Joined == 0 ? 0 : (decimal)part / Joined;
}

/// <summary>The rules of the report's columns: several of the answers' rules in one figure.</summary>
public static class JunkGroups
{
    public const JunkRule Phones = JunkRule.PhoneSameDigits | JunkRule.PhoneSequence | JunkRule.PhoneInvalid;
    public const JunkRule Shared = JunkRule.PhoneOfAnother | JunkRule.PhoneOfMany;
    public const JunkRule Emails = JunkRule.EmailInvalid | JunkRule.EmailOfAnother;
    public const JunkRule Names = JunkRule.NameTooShort | JunkRule.NameHasDigits | JunkRule.NameIsPlaceholder;
    public const JunkRule Dates = JunkRule.DateIsPlaceholder | JunkRule.DateInFuture | JunkRule.DateTooOld | JunkRule.NotADate;
    public const JunkRule Others = JunkRule.NotANumber | JunkRule.NotAnOption | JunkRule.TextIsPlaceholder | JunkRule.TooLong;
}
