using System.ComponentModel.DataAnnotations;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Rewards;

/// <summary>A gift card.</summary>
public sealed record IssueGiftCardReward : Reward
{
    /// <summary>Key of the series.</summary>
    [Required]
    public string Series { get; init; } = "";

    /// <summary>What is on it, units of currency.</summary>
    [Range(0.01, 1_000_000), DataType(DataType.Currency)]
    public decimal Amount { get; init; } = 500m;

    public RewardPer Per { get; init; }

    /// <summary>With <see cref="RewardPer.Sum"/>: the full sum, units of currency.</summary>
    [Range(0.01, 100_000_000), DataType(DataType.Currency)]
    public decimal Each { get; init; } = 10_000m;
}

/// <summary>Promises gift cards; their amount counts to the money that the campaign may give.</summary>
public sealed class IssueGiftCard() : PromiseMechanic<IssueGiftCardReward>("issue-gift-card")
{
    protected override Promise? Evaluate(IssueGiftCardReward settings, PromiseView view) => view.Count(settings.Per, settings.Each) is > 0 and var times
        ? new Promise(PromiseKind.GiftCard, view.Campaign, settings.Series) { Count = times, Amount = new Money(Purchase.Minor(settings.Amount)) }
        : null;
}
