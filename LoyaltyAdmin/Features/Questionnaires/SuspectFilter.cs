namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>What looks as if somebody at a till and not the member was behind it.</summary>
public enum SuspectRule
{
    /// <summary>An answer is junk.</summary>
    JunkAnswer,

    /// <summary>One phone, said by many members.</summary>
    PhoneOfMany,

    /// <summary>One member with many cards.</summary>
    ManyCards,

    /// <summary>Too many purchases in one day.</summary>
    ManyPurchases,

    /// <summary>Many purchases, all at one register.</summary>
    OneRegister,
}

/// <summary>Which suspicious members to show.</summary>
public sealed record SuspectFilter
{
    public SuspectRule? Rule { get; init; }

    /// <summary>The first day that counts; null for the usual period.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day that counts.</summary>
    public DateOnly? To { get; init; }

    public string? Store { get; init; }
}

/// <summary>A member of whom a rule is true.</summary>
public sealed record SuspectRow
{
    public required long MemberId { get; init; }

    /// <summary>Filled in for the rows that are shown.</summary>
    public string Name { get; init; } = "";

    public required SuspectRule Rule { get; init; }

    /// <summary>How many: members of the phone, cards, purchases; the rules of <see cref="Domain.Questionnaires.JunkRule"/> for junk.</summary>
    public required int Amount { get; init; }

    public string Store { get; init; } = "";

    /// <summary>The cashier who filled in, or the register of the purchases.</summary>
    public string Cashier { get; init; } = "";

    /// <summary>The day of filling in, or of the purchases.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Quality of the questionnaire; null where none was filled in.</summary>
    public int? Score { get; init; }
}
