using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for average check.</summary>
internal static class AverageCheckTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "200-from-2000",
            CampaignGoal.AverageCheck,
            new("200 off from 2,000", "200 с чека от 2000"),
            new("A round threshold a little above the usual receipt.", "Круглый порог чуть выше обычного чека."),
            new()
            {
                Condition = new ReceiptSumCondition { AtLeast = 2000m },
                Rewards = [new DiscountSumReward { Amount = 200m }],
                Limits = new() { MoneyBudget = Money.Of(80000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 14,
        },
        new(
            "every-thousand",
            CampaignGoal.AverageCheck,
            new("100 points for every 1,000", "100 баллов за каждую тысячу"),
            new("Each next thousand is worth going for.", "За каждой следующей тысячей хочется потянуться."),
            new()
            {
                Rewards = [new FixedPointsReward { Points = 100m, Per = RewardPer.Sum, Each = 1000m }],
                Limits = new() { PointsBudget = 80000m },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 30,
        },
        new(
            "steps-of-receipt",
            CampaignGoal.AverageCheck,
            new("10% from 5,000", "10% от 5000"),
            new("A percent that only large receipts get.", "Процент, который достаётся только крупным чекам."),
            new()
            {
                Condition = new ReceiptSumCondition { AtLeast = 5000m },
                Rewards = [new DiscountPercentReward { Percent = 10m, AtMost = 2000m }],
                Limits = new() { MoneyBudget = Money.Of(90000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 14,
        },
        new(
            "extra-for-large",
            CampaignGoal.AverageCheck,
            new("5% more points from 3,000", "Ещё 5% баллами от 3000"),
            new("Costs less than a discount and is spent in the shop again.", "Дешевле скидки и тратится снова у вас."),
            new()
            {
                Condition = new ReceiptSumCondition { AtLeast = 3000m },
                Rewards = [new ExtraPercentReward { Percent = 5m }],
                Limits = new() { PointsBudget = 60000m },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 30,
        },
        new(
            "gift-from-sum",
            CampaignGoal.AverageCheck,
            new("A gift from 4,000", "Подарок за чек от 4000"),
            new("A gift raises the receipt without lowering prices.", "Подарок поднимает чек и не роняет цены."),
            new()
            {
                Condition = new ReceiptSumCondition { AtLeast = 4000m },
                Rewards = [new GiftProductReward { Handing = GiftHanding.Promised }],
                Limits = new() { Total = 300 },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 21,
        },
    ];
}
