namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>The order in which a receipt is decided (R8): a later phase sees what the earlier ones left.</summary>
public enum ReceiptPhase
{
    Item,
    Receipt,
    Coupon,
    Points,
    Accrual,
}

/// <summary>One step of deciding a receipt. A stage keeps nothing between receipts, so one serves all threads.</summary>
public interface IReceiptStage
{
    /// <summary>Where in the order it stands.</summary>
    ReceiptPhase Phase { get; }

    /// <summary>Changes the calculation by what this stage decides.</summary>
    void Apply(ReceiptCalculation receipt);
}
