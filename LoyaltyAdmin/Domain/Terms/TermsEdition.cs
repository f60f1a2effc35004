namespace LoyaltyAdmin.Domain.Terms;

/// <summary>The terms as they read from an instant on, kept word by word: what was promised then can be looked up for ever.</summary>
public sealed class TermsEdition
{
    public int Id { get; init; }

    /// <summary>1, 2, 3 … as people name it.</summary>
    public required int Number { get; init; }

    /// <summary>From when on the terms read so (UTC).</summary>
    public required DateTime From { get; init; }

    /// <summary>The version of the conditions in force then.</summary>
    public required int Version { get; init; }

    /// <summary>Sentences that the customer's terms have and the edition before has not, in the first language.</summary>
    public required int Added { get; init; }

    /// <summary>Sentences that are gone since the edition before.</summary>
    public required int Removed { get; init; }

    public required TermsTexts Texts { get; init; }
}
