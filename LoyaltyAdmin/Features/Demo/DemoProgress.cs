namespace LoyaltyAdmin.Features.Demo;

/// <summary>How far the making of the demo shop is.</summary>
/// <param name="Receipts">Receipts and returns that are there.</param>
/// <param name="Planned">How many there will be; 0 while that is not known yet.</param>
/// <param name="TimeLeft">About; null while that cannot be told.</param>
public sealed record DemoProgress(int Receipts, int Planned, TimeSpan? TimeLeft)
{
    /// <summary>From 0 to 1.</summary>
    public decimal Share => Planned == 0 ? 0m : Receipts / (decimal)Planned;
}
