using System.Globalization;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.GiftCards;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What a hold brings to the receipt that confirms it.</summary>
/// <param name="Uses">The lots whose points are set aside; empty when its time was over, and they are free again.</param>
/// <param name="Promised">How many points the till was told would pay.</param>
/// <param name="Reasons">What is said on the receipt beside the engine's reasons.</param>
internal sealed record HeldPoints(IReadOnlyList<LotUse> Uses, Points Promised, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The accounts on which they are set aside.</summary>
    public PointsPool Purse { get; init; } = new([]);

    /// <summary>What the till was told of the gift cards.</summary>
    public GiftCardTrust GiftCards { get; init; }

    public Points Points { get; } = Uses.Aggregate(Points.Zero, (sum, use) => sum + use.Points);

    /// <summary>A decision with what the hold has to say about it: a part that was promised and is not there is flagged (R19).</summary>
    public ReceiptDecision Explain(ReceiptDecision decision, int pointDecimals)
    {
        var spent = decision.RedeemedPoints;
        return decision with
        {
            Reasons = spent < Promised
                ? [.. Reasons, .. decision.Reasons, new Reason(ReasonCodes.HoldShortfall, [Write(Promised, pointDecimals), Write(spent, pointDecimals)])]
                : [.. Reasons, .. decision.Reasons],
        };
    }

    private static string Write(Points points, int decimals) => PointsScale.ToPoints(points, decimals).ToString(CultureInfo.InvariantCulture);
}
