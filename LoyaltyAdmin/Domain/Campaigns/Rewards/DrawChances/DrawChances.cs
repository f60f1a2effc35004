using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>Chances in a prize draw.</summary>
public sealed record DrawChancesReward : Reward
{
    /// <summary>Key of the draw.</summary>
    [Required]
    public string Draw { get; init; } = "";

    [Range(1, 10_000)]
    public int Chances { get; init; } = 1;

    public RewardPer Per { get; init; }

    /// <summary>With <see cref="RewardPer.Sum"/>: the full sum, units of currency.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal Each { get; init; } = 500m;
}

/// <summary>Promises chances.</summary>
public sealed class DrawChances() : PromiseMechanic<DrawChancesReward>("draw-chances")
{
    public override bool NeedsMember => true;

    protected override Promise? Evaluate(DrawChancesReward settings, PromiseView view) => view.Count(settings.Per, settings.Each) is > 0 and var times
        ? new Promise(PromiseKind.Chances, view.Campaign, settings.Draw) { Count = checked(settings.Chances * times) }
        : null;
}
