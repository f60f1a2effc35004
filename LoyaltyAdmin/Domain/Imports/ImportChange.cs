namespace LoyaltyAdmin.Domain.Imports;

/// <summary>What a member was like before an import changed it, so that the import can be undone.</summary>
public sealed class ImportChange
{
    public long Id { get; init; }

    public required int ImportId { get; init; }

    public required long MemberId { get; init; }

    /// <summary>The member's profile before, as JSON.</summary>
    public required string Before { get; init; }

    /// <summary>The card that the import gave; null if none.</summary>
    public string? Card { get; init; }

    /// <summary>The member's version after the change: another one now says that somebody has changed it since.</summary>
    public required int Version { get; init; }
}
