namespace LoyaltyAdmin.Platform;

/// <summary>One page of a longer list, and how many rows there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total)
{
    /// <summary>Whether there are more than <see cref="Total"/>: beyond a bound nobody counts.</summary>
    public bool IsCut { get; init; }

    public static Page<T> Empty { get; } = new([], 0);
}
