using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A partner with all that was ever agreed with it, while its tills post.</summary>
internal sealed record PartnerAtTill(Partner Partner, IReadOnlyList<PartnerTerms> Terms)
{
    public PartnerTerms? TermsAt(DateTime at) => PartnerTerms.InForceAt(Terms, at);

    /// <summary>How a purchase of an instant is decided; null where nothing can be earned or spent.</summary>
    public PartnerScheme? SchemeAt(DateTime at) =>
        Partner.State != PartnerState.Paused && TermsAt(at) is { } terms ? new PartnerScheme(Partner.Key, Partner.Name, terms.Conditions) : null;

    /// <summary>A decision with why nothing is earned or spent.</summary>
    public ReceiptDecision Explain(ReceiptDecision decision) => decision with
    {
        Reasons = [.. decision.Reasons, new Reason(Partner.State == PartnerState.Paused ? ReasonCodes.PartnerPaused : ReasonCodes.PartnerWithoutTerms, [Partner.Name])],
    };
}
