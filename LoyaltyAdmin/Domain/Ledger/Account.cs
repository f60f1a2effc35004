using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>
/// Where a member's points are, one per member and program. The figures on it are a projection of lots and receipts,
/// written in the transaction that changes them, for lists and reports; decisions look at the lots.
/// </summary>
public sealed class Account
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    public required int ProgramId { get; init; }

    /// <summary>Active points less holds.</summary>
    public Points Available { get; set; }

    public Points Pending { get; set; }

    public Points Held { get; set; }

    /// <summary>Points that returns could not take back and the next accruals repay.</summary>
    public Points Debt { get; set; }

    /// <summary>Local day of the first receipt; null before it.</summary>
    public DateOnly? FirstReceiptOn { get; set; }

    /// <summary>Local day of the latest receipt.</summary>
    public DateOnly? LastReceiptOn { get; set; }

    /// <summary>Sale receipts.</summary>
    public int Receipts { get; set; }

    /// <summary>Money paid less refunds, in hundredths; below zero when more was returned without receipt than bought.</summary>
    public long NetRevenueMinor { get; set; }

    /// <summary>Rises with each change: whoever writes names the version that was read (optimistic concurrency).</summary>
    public int Version { get; set; }
}
