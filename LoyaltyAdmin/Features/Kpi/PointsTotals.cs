using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Ledger;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>Movements of points, in smallest parts.</summary>
public sealed record PointsTotals(long Issued, long Redeemed, long Expired)
{
    public static PointsTotals None { get; } = new(0, 0, 0);

    public static PointsTotals Of(EntryKind kind, long points) =>
        new(PointMovement.Issued(kind, points), PointMovement.Redeemed(kind, points), PointMovement.Expired(kind, points));

    public static PointsTotals operator +(PointsTotals a, PointsTotals b) =>
        new(a.Issued + b.Issued, a.Redeemed + b.Redeemed, a.Expired + b.Expired);

    public static PointsTotals Sum(IEnumerable<PointsTotals> parts) => parts.Aggregate(None, (a, b) => a + b);
}
