using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Tests.Features.Tiers;

/// <summary>Conditions with a ladder for tests: 1,000 gives silver with 7% in points, 5,000 gold with 10% and a discount of 3%.</summary>
internal static class Ladder
{
    public static readonly TierLevel Base = new() { Key = "base", Name = "Base" };

    public static readonly TierLevel Silver = new() { Key = "silver", Name = "Silver", Threshold = 1_000, AccrualRate = 7 };

    public static readonly TierLevel Gold = new() { Key = "gold", Name = "Gold", Threshold = 5_000, AccrualRate = 10, DiscountPercent = 3, MaximumSharePercent = 50 };

    public static ProgramConditions Conditions(Func<TierConditions, TierConditions>? change = null)
    {
        var tiers = new TierConditions { Enabled = true, Ladder = new TierLadder { Levels = [Base, Silver, Gold] } };
        return new ProgramConditions { Tiers = change?.Invoke(tiers) ?? tiers };
    }
}
