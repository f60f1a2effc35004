using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>So many points of a lot.</summary>
public sealed record LotUse(PointsLot Lot, Points Points);
