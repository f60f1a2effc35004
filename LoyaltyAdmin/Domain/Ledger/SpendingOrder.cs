namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>In which order lots are spent: what expires first goes first, what never expires last; then the earlier earned, then the earlier made (R1).</summary>
public sealed class SpendingOrder : IComparer<PointsLot>
{
    public static readonly SpendingOrder Instance = new();

    public int Compare(PointsLot? x, PointsLot? y)
    {
        var order = x!.ExpiresAt.CompareTo(y!.ExpiresAt);
        order = order != 0 ? order : x.EarnedAt.CompareTo(y.EarnedAt);
        return order != 0 ? order : x.Id.CompareTo(y.Id);
    }
}
