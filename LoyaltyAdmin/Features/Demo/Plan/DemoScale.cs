namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>How big a demo shop is.</summary>
/// <param name="Members">How many join.</param>
/// <param name="Months">How long its history is.</param>
/// <param name="Strangers">Receipts without a member on an ordinary day.</param>
public sealed record DemoScale(int Members, int Months, int Strangers)
{
    /// <summary>Enough for every figure to mean something, and made in half a minute.</summary>
    public static DemoScale Full { get; } = new(3_000, 18, 18);
}
