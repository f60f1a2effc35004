namespace LoyaltyAdmin.Platform;

/// <summary>Which rows of a list are asked for, never more than <see cref="MaximumTake"/> at once.</summary>
public readonly record struct PageRequest
{
    public const int MaximumTake = 200;

    public PageRequest(int skip, int take) => (Skip, Take) = (Math.Max(0, skip), Math.Clamp(take, 1, MaximumTake));

    public int Skip { get; }

    public int Take { get; }
}
