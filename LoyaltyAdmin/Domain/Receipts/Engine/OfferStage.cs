namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>Decides the campaigns whose stage it is (R8).</summary>
public sealed class OfferStage(ReceiptPhase phase) : IReceiptStage
{
    public ReceiptPhase Phase => phase;

    public void Apply(ReceiptCalculation receipt) => receipt.Offers?.Run(phase);
}
