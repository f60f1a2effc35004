using LoyaltyAdmin.Domain.Kpi;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>What was sold and taken back, money in hundredths.</summary>
public sealed record SalesTotals(
    long Receipts, long MemberReceipts, long Gross, long Discount, long Redeemed, long Net, long MemberNet, long Refunds, long MemberRefunds, long Units)
{
    public static SalesTotals None { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>Net revenue in units of currency.</summary>
    public decimal Revenue => (Net - Refunds) / 100m;

    /// <summary>Net revenue of members in units of currency.</summary>
    public decimal MemberRevenue => (MemberNet - MemberRefunds) / 100m;

    public decimal? AverageCheck => Ratio.Of(Revenue, Receipts);

    public decimal? UnitsPerReceipt => Ratio.Of(Units / 1000m, Receipts);

    /// <summary>Share of receipts with a member.</summary>
    public decimal? Penetration => Ratio.Of(MemberReceipts, Receipts);

    /// <summary>Share of money paid with a member.</summary>
    public decimal? PenetrationBySum => Ratio.Of(MemberNet, Net);

    /// <summary>Discounts and points spent as a share of gross revenue.</summary>
    public decimal? EffectiveDiscount => Ratio.Of(Discount + Redeemed, Gross);

    public static SalesTotals operator +(SalesTotals a, SalesTotals b) => new(
        a.Receipts + b.Receipts,
        a.MemberReceipts + b.MemberReceipts,
        a.Gross + b.Gross,
        a.Discount + b.Discount,
        a.Redeemed + b.Redeemed,
        a.Net + b.Net,
        a.MemberNet + b.MemberNet,
        a.Refunds + b.Refunds,
        a.MemberRefunds + b.MemberRefunds,
        a.Units + b.Units);

    public static SalesTotals Sum(IEnumerable<SalesTotals> parts) => parts.Aggregate(None, (a, b) => a + b);
}
