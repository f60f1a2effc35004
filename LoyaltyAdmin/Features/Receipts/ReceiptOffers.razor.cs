using LoyaltyAdmin.Domain.Campaigns;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What campaigns did on a receipt: discounts, points and codes, and what stood against the others.</summary>
public sealed partial class ReceiptOffers
{
    [Parameter, EditorRequired] public required IReadOnlyList<OfferDecision> Offers { get; set; }

    /// <summary>Whether the person may look at campaigns.</summary>
    [Parameter] public bool MayView { get; set; }
}
