namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>One thing that members are asked.</summary>
public sealed record Question
{
    public const int GreatestWeight = 100;

    /// <summary>Its name for machines; never changes, so that answers keep their meaning.</summary>
    public required string Key { get; init; }

    public required QuestionKind Kind { get; init; }

    public QuestionStep Step { get; init; }

    public LocalWords Words { get; init; } = LocalWords.None;

    /// <summary>A sentence under it; may be empty.</summary>
    public LocalWords Help { get; init; } = LocalWords.None;

    /// <summary>Whether a questionnaire without a valid answer is not full.</summary>
    public bool Required { get; init; }

    /// <summary>What a valid answer counts for in the quality score, 1 to 100.</summary>
    public int Weight { get; init; } = 10;

    /// <summary>What can be chosen, where something is chosen.</summary>
    public IReadOnlyList<QuestionOption> Options { get; init; } = [];
}

/// <summary>One of the answers to choose from.</summary>
public sealed record QuestionOption(string Key, LocalWords Words);

/// <summary>What a member is asked to agree to. A change of the text makes a new version of it.</summary>
public sealed record ConsentAsked
{
    /// <summary>The key of the consent to be sent offers, which the member's profile knows too.</summary>
    public const string Offers = "offers";

    public required string Key { get; init; }

    public LocalWords Title { get; init; } = LocalWords.None;

    public LocalWords Text { get; init; } = LocalWords.None;

    /// <summary>Whether the questionnaire is not full without it.</summary>
    public bool Required { get; init; }

    /// <summary>The version of the text, given at publication; 0 while it is a draft.</summary>
    public int Version { get; init; }
}

/// <summary>From where on what tills send looks wrong.</summary>
public sealed record JunkLimits
{
    /// <summary>One phone may be said by so many members, or name a member of so many cards.</summary>
    public int MembersOfPhone { get; init; } = 2;

    /// <summary>One member may buy so many times a day.</summary>
    public int PurchasesPerDay { get; init; } = 5;

    /// <summary>So many purchases, all at one register, look like a cashier's own card.</summary>
    public int PurchasesAtOneRegister { get; init; } = 15;
}
