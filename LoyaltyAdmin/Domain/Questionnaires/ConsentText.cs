namespace LoyaltyAdmin.Domain.Questionnaires;

/// <summary>What a consent says, kept word by word: who agreed to which words can be told for ever.</summary>
public sealed class ConsentText
{
    public int Id { get; init; }

    /// <summary>The consent.</summary>
    public required string Key { get; init; }

    /// <summary>1, 2, 3 … for each consent.</summary>
    public required int Version { get; init; }

    public required LocalWords Title { get; init; }

    public required LocalWords Text { get; init; }

    /// <summary>From when on customers read it (UTC).</summary>
    public required DateTime From { get; init; }

    public required string By { get; init; }
}
