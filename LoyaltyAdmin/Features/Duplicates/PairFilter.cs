using LoyaltyAdmin.Domain.Members.Duplicates;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>How sure the comparison is.</summary>
public enum PairStrength
{
    Likely,
    Possible,
}

/// <summary>Which pairs a list shows.</summary>
public sealed record PairFilter
{
    public PairState State { get; init; }

    public PairStrength? Strength { get; init; }

    /// <summary>A sign that must speak for the pair.</summary>
    public MatchReasons? Reason { get; init; }
}

/// <summary>A pair as a list shows it.</summary>
public sealed record PairRow
{
    public required int Id { get; init; }

    public required PairMember First { get; init; }

    public required PairMember Second { get; init; }

    public required int Score { get; init; }

    public required MatchReasons Reasons { get; init; }

    public required PairState State { get; init; }

    public required DateTime FoundAt { get; init; }

    public string? DecidedBy { get; init; }

    public DateTime? DecidedAt { get; init; }

    /// <summary>The page where they stand side by side.</summary>
    public string Href => $"/members/duplicates/{First.Id}/{Second.Id}";
}

/// <summary>One of the two.</summary>
public sealed record PairMember
{
    public required long Id { get; init; }

    public string Name { get; init; } = "";

    public int Receipts { get; init; }

    public DateOnly? LastReceiptOn { get; init; }

    /// <summary>Smallest parts of a point.</summary>
    public long Available { get; init; }
}
