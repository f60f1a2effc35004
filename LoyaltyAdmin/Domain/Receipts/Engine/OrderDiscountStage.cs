using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>Gives each line its share of the discount that the till gave on the whole receipt, by the lines' net amounts. What the till gave stands before all that the program gives.</summary>
public sealed class OrderDiscountStage : IReceiptStage
{
    public ReceiptPhase Phase => ReceiptPhase.Item;

    public void Apply(ReceiptCalculation receipt)
    {
        var discount = receipt.Draft.OrderDiscount;
        if (discount.IsZero)
        {
            return;
        }

        if (discount > receipt.Payable())
        {
            throw new ArgumentException("The order discount exceeds the sum of the lines.", nameof(receipt));
        }

        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            receipt.Weights[i] = receipt.Lines[i].Payable.Minor;
        }

        receipt.Spread(discount.Minor);
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            receipt.Lines[i].SharedDiscount += new Money(receipt.Parts[i]);
        }
    }
}
