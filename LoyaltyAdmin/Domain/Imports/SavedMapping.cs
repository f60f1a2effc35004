namespace LoyaltyAdmin.Domain.Imports;

/// <summary>How files with such a header were read the last time, to be offered the next time.</summary>
public sealed class SavedMapping
{
    public int Id { get; init; }

    public required ImportKind Kind { get; init; }

    /// <summary>Fingerprint of the names of the columns.</summary>
    public required string HeaderHash { get; init; }

    /// <summary>As the user named it; empty for the one that is kept by itself.</summary>
    public required string Name { get; init; }

    /// <summary>The plan as JSON.</summary>
    public required string Plan { get; set; }

    public required DateTime UsedAt { get; set; }

    public required string UsedBy { get; set; }
}
