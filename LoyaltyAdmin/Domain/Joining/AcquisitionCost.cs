using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Joining;

/// <summary>What the shop spent in one month to win members by one channel (R22: CAC).</summary>
public sealed class AcquisitionCost
{
    public const int LongestChannel = 50;

    public int Id { get; init; }

    /// <summary>First day of the month.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>As the members' channel of joining is called.</summary>
    public required string Channel { get; init; }

    public Money Amount { get; set; }
}
