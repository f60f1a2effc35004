using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What a campaign did on a receipt, or would have done were the member not in its control group.</summary>
public sealed class ReceiptOffer
{
    public required long ReceiptId { get; init; }

    public required int CampaignId { get; init; }

    public required int Version { get; init; }

    /// <summary>Null for a receipt without a member.</summary>
    public long? MemberId { get; init; }

    /// <summary>The receipt's local day.</summary>
    public required DateOnly Day { get; init; }

    public required OfferOutcome Outcome { get; init; }

    public required BudgetBlock Block { get; init; }

    public Money Discount { get; init; }

    public Points Points { get; init; }

    /// <summary>Discount and promised money.</summary>
    public Money Money { get; init; }

    /// <summary>Discount, points at their face value and promised money together.</summary>
    public Money Cost { get; init; }

    /// <summary>What returns took back of the discount.</summary>
    public Money ReturnedDiscount { get; set; }

    /// <summary>What returns took back of the points.</summary>
    public Points ReturnedPoints { get; set; }

    /// <summary>Whether a full return gave the use back.</summary>
    public bool IsFreed { get; set; }
}
