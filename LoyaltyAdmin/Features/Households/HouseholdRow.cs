namespace LoyaltyAdmin.Features.Households;

/// <summary>Which households a list shows.</summary>
public sealed record HouseholdFilter
{
    /// <summary>The beginning of what names one of the members.</summary>
    public string? Search { get; init; }
}

/// <summary>A household as a list shows it.</summary>
public sealed record HouseholdRow
{
    public required int Id { get; init; }

    public required long HeadId { get; init; }

    public string Head { get; init; } = "";

    /// <summary>The others by name.</summary>
    public string Others { get; init; } = "";

    public required int Members { get; init; }

    /// <summary>What they can spend together, in smallest parts of a point.</summary>
    public required long Available { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>The page of the household.</summary>
    public string Href => $"/households/{Id}";
}
