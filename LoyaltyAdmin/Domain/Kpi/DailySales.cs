namespace LoyaltyAdmin.Domain.Kpi;

/// <summary>Rollup: what one store sold and took back on one local day. Money in hundredths, units in thousandths.</summary>
public sealed class DailySales
{
    public required DateOnly Day { get; init; }

    public required string Store { get; init; }

    /// <summary>Sale receipts.</summary>
    public int Receipts { get; set; }

    public int MemberReceipts { get; set; }

    public long Gross { get; set; }

    public long Discount { get; set; }

    /// <summary>Paid by points, in money.</summary>
    public long Redeemed { get; set; }

    /// <summary>Paid in money.</summary>
    public long Net { get; set; }

    public long MemberNet { get; set; }

    public long Refunds { get; set; }

    public long MemberRefunds { get; set; }

    public long Units { get; set; }
}
