using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for events.</summary>
internal static class EventTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "black-friday",
            CampaignGoal.Event,
            new("Black Friday: 20% off everything", "Чёрная пятница: 20% на всё"),
            new("Four days for everybody, within a firm budget.", "Четыре дня для всех и с жёстким бюджетом."),
            new()
            {
                Audience = new() { Kind = AudienceKind.Everybody },
                Rewards = [new DiscountPercentReward { Percent = 20m }],
                Limits = new() { MoneyBudget = Money.Of(100000m) },
                Stacking = new() { Exclusive = true },
            })
        {
            Days = 4,
        },
        new(
            "anniversary",
            CampaignGoal.Event,
            new("The anniversary of the shop: points × 5", "День рождения магазина: баллы × 5"),
            new("One loud weekend without touching prices.", "Громкие выходные, и цены на месте."),
            new()
            {
                Rewards = [new MultiplierReward { Factor = 5m }],
                Limits = new() { PointsBudget = 100000m },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 2,
        },
        new(
            "new-year-points",
            CampaignGoal.Event,
            new("New Year: 500 points from 7,000", "Новый год: 500 баллов за чек от 7000"),
            new("Brings December back in January.", "Возвращает декабрь в январе."),
            new()
            {
                Condition = new ReceiptSumCondition { AtLeast = 7000m },
                Rewards = [new FixedPointsReward { Points = 500m }],
                Limits = new() { PerMember = 1, PointsBudget = 100_000m },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 31,
        },
        new(
            "closed-sale",
            CampaignGoal.Event,
            new("A closed sale for the best levels", "Закрытая распродажа для старших уровней"),
            new("A day before all others: 15% for those of the chosen levels.", "За день до всех: 15 % участникам выбранных уровней."),
            new()
            {
                Audience = new() { Kind = AudienceKind.Tiers },
                Rewards = [new DiscountPercentReward { Percent = 15m }],
                Limits = new() { MoneyBudget = Money.Of(90000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 1,
        },
        new(
            "new-shop",
            CampaignGoal.Event,
            new("A new shop opens", "Открытие магазина"),
            new("100 points for each 500 in the new shop.", "100 баллов за каждые 500 в новом магазине."),
            new()
            {
                Condition = new StoresCondition(),
                Rewards = [new FixedPointsReward { Points = 100m, Per = RewardPer.Sum, Each = 500m }],
                Limits = new() { PointsBudget = 90000m },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 14,
        },
        new(
            "spend-points-day",
            CampaignGoal.Event,
            new("Day of points: pay up to 90%", "День баллов: до 90% чека баллами"),
            new("Points that lie unused become a visit.", "Залежавшиеся баллы превращаются в визит."),
            new()
            {
                Rewards = [new SpendingRuleReward { SharePercent = 90m, On = RewardTarget.Whole }],
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 1,
        },
    ];
}
