using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for frequency.</summary>
internal static class FrequencyTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "stamp-card",
            CampaignGoal.Frequency,
            new("Stamp card: the tenth purchase", "Карта со штампами: каждая десятая"),
            new("500 points for each ten purchases.", "500 баллов за каждые десять покупок."),
            new()
            {
                Condition = new CollectedCondition { Measure = CollectedMeasure.Purchases, Target = 10m },
                Rewards = [new FixedPointsReward { Points = 500m }],
                Limits = new() { PointsBudget = 90000m },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "coffee-card",
            CampaignGoal.Frequency,
            new("The sixth coffee free", "Шестой кофе бесплатно"),
            new("Counts cups, not receipts.", "Считает чашки, а не чеки."),
            new()
            {
                Condition = new CollectedCondition { Measure = CollectedMeasure.Quantity, Target = 6m, Goods = new GoodsSet { Categories = ["coffee"] } },
                Rewards = [new FreeItemsReward { Bought = 1, Free = 1, On = RewardTarget.Chosen, Goods = new GoodsSet { Categories = ["coffee"] } }],
                Limits = new() { MoneyBudget = Money.Of(40000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "month-goal",
            CampaignGoal.Frequency,
            new("Spend 10,000 in a month", "10 000 за месяц"),
            new("A goal of the month with 700 points at its end.", "Цель на месяц и 700 баллов на финише."),
            new()
            {
                Condition = new CollectedCondition { Measure = CollectedMeasure.Sum, Span = CollectedSpan.Month, Target = 10_000m, Repeats = false },
                Rewards = [new FixedPointsReward { Points = 700m }],
                Limits = new() { PointsBudget = 90000m },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "fifth-double",
            CampaignGoal.Frequency,
            new("Every fifth purchase doubles", "Каждая пятая — вдвойне"),
            new("A small surprise on the way.", "Небольшая радость по дороге."),
            new()
            {
                Condition = new NthPurchaseCondition { Number = 5, Mode = NthMode.Every },
                Rewards = [new MultiplierReward { Factor = 2m }],
                Limits = new() { PointsBudget = 60000m },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "three-in-week",
            CampaignGoal.Frequency,
            new("Three visits in a week", "Три визита за неделю"),
            new("For shops close to home.", "Для магазинов у дома."),
            new()
            {
                Condition = new CollectedCondition { Measure = CollectedMeasure.Purchases, Span = CollectedSpan.Week, Target = 3m, Repeats = false },
                Rewards = [new FixedPointsReward { Points = 150m }],
                Limits = new() { PointsBudget = 60000m },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
    ];
}
