namespace LoyaltyAdmin.Domain.GiftCards;

/// <summary>The ledger of gift cards added up, in hundredths: sold = remaining + redeemed + expired + disabled (R17).</summary>
/// <param name="Sold">Sales and what the staff added, less what it took off.</param>
/// <param name="Remaining">Balances of the cards: what the shop owes.</param>
/// <param name="Redeemed">Spent less given back.</param>
/// <param name="Expired">What was left on a last day.</param>
/// <param name="Disabled">What was left when a buying order was refunded.</param>
public sealed record GiftCardTotals(long Sold, long Remaining, long Redeemed, long Expired, long Disabled)
{
    public bool Balanced => Sold == Remaining + Redeemed + Expired + Disabled;

    /// <summary>Adds up the entries of cards.</summary>
    public static GiftCardTotals Of(IReadOnlyDictionary<GiftCardEntryKind, long> sums, long remaining)
    {
        long Sum(GiftCardEntryKind kind) => sums.GetValueOrDefault(kind);
        return new GiftCardTotals(
            Sum(GiftCardEntryKind.Sale) + Sum(GiftCardEntryKind.AdjustmentUp) - Sum(GiftCardEntryKind.AdjustmentDown),
            remaining,
            Sum(GiftCardEntryKind.Redemption) - Sum(GiftCardEntryKind.RedemptionReturned),
            Sum(GiftCardEntryKind.Expiry),
            Sum(GiftCardEntryKind.Disabled));
    }
}
