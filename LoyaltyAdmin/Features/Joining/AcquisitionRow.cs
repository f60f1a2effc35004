namespace LoyaltyAdmin.Features.Joining;

/// <summary>One channel in one month: what it cost and whom it brought.</summary>
public sealed record AcquisitionRow
{
    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Empty for members who joined by no channel that was named.</summary>
    public required string Channel { get; init; }

    /// <summary>Money spent; null where none was entered.</summary>
    public decimal? Cost { get; init; }

    public required int NewMembers { get; init; }

    /// <summary>Cost of one new member (R22); null without a cost or without members.</summary>
    public decimal? CostPerMember => Cost is { } cost && NewMembers > 0 ? cost / NewMembers : null;
}

/// <summary>Which months and channel the list shows.</summary>
public sealed record AcquisitionFilter
{
    /// <summary>A day of the first month.</summary>
    public DateOnly? From { get; init; }

    /// <summary>A day of the last month.</summary>
    public DateOnly? To { get; init; }

    public string? Search { get; init; }
}
