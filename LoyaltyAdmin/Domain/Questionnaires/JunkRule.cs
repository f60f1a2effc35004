namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>Why an answer counts for nothing (R16). Several may be true of one questionnaire. Each has words in both languages.</summary>
[Flags]
public enum JunkRule
{
    None = 0,

    /// <summary>1111111.</summary>
    PhoneSameDigits = 1 << 0,

    /// <summary>1234567.</summary>
    PhoneSequence = 1 << 1,

    /// <summary>Too short, too long or no number at all.</summary>
    PhoneInvalid = 1 << 2,

    /// <summary>Another member's.</summary>
    PhoneOfAnother = 1 << 3,

    /// <summary>Said by more members than may share one.</summary>
    PhoneOfMany = 1 << 4,
    EmailInvalid = 1 << 5,

    /// <summary>Another member's.</summary>
    EmailOfAnother = 1 << 6,
    NameTooShort = 1 << 7,
    NameHasDigits = 1 << 8,

    /// <summary>test, нет, asdf.</summary>
    NameIsPlaceholder = 1 << 9,

    /// <summary>01.01.1900.</summary>
    DateIsPlaceholder = 1 << 10,
    DateInFuture = 1 << 11,

    /// <summary>Nobody is that old.</summary>
    DateTooOld = 1 << 12,
    NotADate = 1 << 13,
    NotANumber = 1 << 14,
    NotAnOption = 1 << 15,

    /// <summary>The same letter all over, or a word that stands for nothing.</summary>
    TextIsPlaceholder = 1 << 16,
    TooLong = 1 << 17,
}

/// <summary>Takes sets of rules apart.</summary>
public static class JunkRules
{
    public static IReadOnlyList<JunkRule> All { get; } = [.. Enum.GetValues<JunkRule>().Where(rule => rule != JunkRule.None)];

    /// <summary>The rules of a set, one by one.</summary>
    public static IEnumerable<JunkRule> Each(this JunkRule rules) => All.Where(rule => rules.HasFlag(rule));
}
