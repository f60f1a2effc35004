namespace LoyaltyAdmin.Data.Identity;

/// <summary>A key by which a till, shop or importer calls the REST API. The key itself is shown once and never stored.</summary>
public sealed class ApiKey
{
    public int Id { get; init; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the key in hexadecimal; unique.</summary>
    public required string Hash { get; init; }

    /// <summary>The first characters of the key, to tell keys apart in a list.</summary>
    public required string Prefix { get; init; }

    /// <summary>What it may do, as names of scopes separated by blanks.</summary>
    public required string Scopes { get; set; }

    /// <summary>Whose tills call by it; null for the shop's own.</summary>
    public int? PartnerId { get; init; }

    /// <summary>Whether the rate limit passes it by.</summary>
    public bool Unlimited { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    public DateTime? RevokedAt { get; set; }
}
