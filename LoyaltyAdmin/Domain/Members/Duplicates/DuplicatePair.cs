namespace LoyaltyAdmin.Domain.Members.Duplicates;

/// <summary>What became of a pair that looks like one member. The numbers are what is stored.</summary>
public enum PairState
{
    /// <summary>Waits for a person's decision.</summary>
    Open = 0,

    /// <summary>They are two people: it is not asked again.</summary>
    Dismissed = 1,

    Merged = 2,
}

/// <summary>Two members who look like one, for a person to decide.</summary>
public sealed class DuplicatePair
{
    public int Id { get; init; }

    /// <summary>The member with the lower number.</summary>
    public required long FirstId { get; init; }

    public required long SecondId { get; init; }

    /// <summary>See <see cref="DuplicateRule"/>.</summary>
    public required int Score { get; set; }

    public required MatchReasons Reasons { get; set; }

    public PairState State { get; set; }

    public required DateTime FoundAt { get; init; }

    /// <summary>Who decided; null while nobody has.</summary>
    public string? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    /// <summary>A pair with the lower number first, as it is kept.</summary>
    public static (long First, long Second) Ordered(long a, long b) => a < b ? (a, b) : (b, a);
}
