using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for birthday.</summary>
internal static class BirthdayTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "birthday-points",
            CampaignGoal.Birthday,
            new("500 points around the birthday", "500 баллов ко дню рождения"),
            new("From a week before to a week after.", "За неделю до и неделю после."),
            new()
            {
                Condition = new BirthdayCondition { DaysBefore = 7, DaysAfter = 7 },
                Rewards = [new FixedPointsReward { Points = 500m }],
                Limits = new() { PerMember = 1, PointsBudget = 90_000m },
                Credit = new() { Expiry = new() { Model = ExpiryModel.FromEarning, Term = 30, Unit = TermUnit.Days } },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "birthday-15",
            CampaignGoal.Birthday,
            new("15% off on the birthday", "Скидка 15% в день рождения"),
            new("On the day itself and the three days around it.", "В сам день и три дня вокруг него."),
            new()
            {
                Condition = new BirthdayCondition { DaysBefore = 3, DaysAfter = 3 },
                Rewards = [new DiscountPercentReward { Percent = 15m, AtMost = 2000m }],
                Limits = new() { PerMember = 1, MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "birthday-double",
            CampaignGoal.Birthday,
            new("Birthday week: double points", "Неделя рождения: двойные баллы"),
            new("Costs nothing in cash and is felt.", "Не стоит живых денег, но приятно."),
            new()
            {
                Condition = new BirthdayCondition { DaysBefore = 3, DaysAfter = 7 },
                Rewards = [new MultiplierReward { Factor = 2m }],
                Limits = new() { PointsBudget = 60000m },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "birthday-gift",
            CampaignGoal.Birthday,
            new("A gift for the birthday", "Подарок имениннику"),
            new("A cake, a cup, a candle: something from the shelf.", "Пирожное, чашка, свеча — что-то с полки."),
            new()
            {
                Condition = new AllOf(new BirthdayCondition { DaysBefore = 3, DaysAfter = 3 }, new ReceiptSumCondition { AtLeast = 500m }),
                Rewards = [new GiftProductReward { Handing = GiftHanding.Promised }],
                Limits = new() { PerMember = 1, Total = 1_000 },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
    ];
}
