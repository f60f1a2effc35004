using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>One line while its receipt is being decided.</summary>
public sealed class LineCalculation(ReceiptDraftLine draft)
{
    public ReceiptDraftLine Draft => draft;

    /// <summary>Discount of the line itself. A line with one is a discounted line to the rules of redemption.</summary>
    public Money OwnDiscount { get; set; } = draft.Discount;

    /// <summary>The line's share of discounts on the whole receipt.</summary>
    public Money SharedDiscount { get; set; }

    /// <summary>The line's share of the discount that the member has by the conditions.</summary>
    public Money MemberDiscount { get; set; }

    /// <summary>What points paid of it.</summary>
    public Money Redeemed { get; set; }

    public Points RedeemedPoints { get; set; }

    public Points Accrued { get; set; }

    public Money Discount => OwnDiscount + SharedDiscount + MemberDiscount;

    /// <summary>What is to pay after all discounts, by points or money.</summary>
    public Money Payable => draft.Gross - Discount;
}
