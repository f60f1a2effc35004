using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Domain.Joining;

/// <summary>Whether the customer has confirmed to be the member whom the cashier typed, before points are spent (R16).</summary>
public static class ConfirmationRule
{
    /// <summary>
    /// Code of the reason for which points are not spent; null where they may be. A card or a number was shown or scanned and asks for
    /// nothing; a till without connection could not learn the name, and goes by its allowance.
    /// </summary>
    /// <param name="terms">The terms in force at the receipt.</param>
    /// <param name="draft">The purchase.</param>
    /// <param name="maskedName">The member's masked name; null where no name is known.</param>
    public static string? WhyNot(JoiningConditions terms, ReceiptDraft draft, string? maskedName) =>
        terms.ConfirmSpending == SpendingConfirmation.None || !draft.MemberTyped || draft.Offline ? null
        : maskedName is null ? ReasonCodes.NameNotKnown
        : string.Equals(draft.ConfirmedName, maskedName, StringComparison.Ordinal) ? null
        : ReasonCodes.NameNotConfirmed;
}
