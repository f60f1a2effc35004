using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>One line while its receipt is being decided.</summary>
public sealed class LineCalculation(ReceiptDraftLine draft)
{
    public ReceiptDraftLine Draft => draft;

    /// <summary>Discount of the line itself. As the till gave it.</summary>
    public Money OwnDiscount { get; set; } = draft.Discount;

    /// <summary>The line's share of discounts on the whole receipt.</summary>
    public Money SharedDiscount { get; set; }

    /// <summary>The line's share of the discount that the member has by the conditions.</summary>
    public Money MemberDiscount { get; set; }

    /// <summary>What campaigns take off it.</summary>
    public Money OfferDiscount { get; set; }

    /// <summary>Whether a campaign for certain goods takes something off it.</summary>
    public bool HasItemOffer { get; set; }

    /// <summary>Name of the campaign that does not let points pay it.</summary>
    public string? SpendingForbiddenBy { get; set; }

    /// <summary>The largest part in percent that points may pay of it by a campaign; null where none says so.</summary>
    public decimal? WidenedShare { get; set; }

    /// <summary>Whether it comes with a discount of its own, by the till or a campaign for such goods.</summary>
    public bool IsDiscounted => HasItemOffer || !OwnDiscount.IsZero;

    /// <summary>What points paid of it.</summary>
    public Money Redeemed { get; set; }

    public Points RedeemedPoints { get; set; }

    public Points Accrued { get; set; }

    public Money Discount => new(OwnDiscount.Minor + SharedDiscount.Minor + MemberDiscount.Minor + OfferDiscount.Minor);

    /// <summary>What is to pay after all discounts, by points or money.</summary>
    public Money Payable => draft.Gross - Discount;
}
