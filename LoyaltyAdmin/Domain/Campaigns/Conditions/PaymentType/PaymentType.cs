using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Receipts;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Paid in a certain way.</summary>
public sealed record PaymentTypeCondition : Condition
{
    /// <summary>As tills name them; <see cref="ReceiptDraft.GiftCardPayment"/> for gift cards.</summary>
    [MinLength(1)]
    public IReadOnlyList<string> Types { get; init; } = [];
}

/// <summary>Whether a part of the purchase is paid in one of the ways.</summary>
public sealed class PaymentType() : ConditionMechanic<PaymentTypeCondition>("payment-type")
{
    protected override ConditionTest Prepare(PaymentTypeCondition settings)
    {
        var types = GoodsIndex.Names(settings.Types);
        var byGiftCard = types.Contains(ReceiptDraft.GiftCardPayment);
        return (purchase, _) => Match.If(
            purchase.Draft.PaymentTypes.Any(type => types.Contains(type.Trim()))
            || (byGiftCard && (!purchase.Draft.PaidByGiftCard.IsZero || purchase.Draft.GiftCards.Count > 0)));
    }
}
