namespace LoyaltyAdmin.Platform;

/// <summary>One page of a longer list, and how many rows there are in all.</summary>
public sealed record Page<T>(IReadOnlyList<T> Rows, int Total)
{
    public static Page<T> Empty { get; } = new([], 0);
}
