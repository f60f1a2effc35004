using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for slow days.</summary>
internal static class SlowDaysTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "quiet-tuesday",
            CampaignGoal.SlowDays,
            new("Double points on Tuesdays", "Двойные баллы по вторникам"),
            new("Moves some of Saturday to a quiet day.", "Переносит часть субботы на тихий день."),
            new()
            {
                Condition = new WeekdaysCondition { Days = [DayOfWeek.Tuesday] },
                Rewards = [new MultiplierReward { Factor = 2m }],
                Limits = new() { PointsBudget = 80000m },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "morning-hours",
            CampaignGoal.SlowDays,
            new("Morning: 7% off till noon", "Утро: 7% до полудня"),
            new("Fills the hours before the crowd.", "Заполняет часы до наплыва."),
            new()
            {
                Condition = new AllOf(new WeekdaysCondition { Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday] }, new HoursCondition { From = new(9, 0), Until = new(12, 0) }),
                Rewards = [new DiscountPercentReward { Percent = 7m, AtMost = 700m }],
                Limits = new() { MoneyBudget = Money.Of(80000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "last-hour",
            CampaignGoal.SlowDays,
            new("The last hour: 20% off fresh goods", "Последний час: 20% на свежее"),
            new("Sells what would be written off.", "Продаёт то, что иначе спишут."),
            new()
            {
                Condition = new AllOf(new HoursCondition { From = new(20, 0), Until = new(22, 0) }, new CategoriesCondition()),
                Rewards = [new DiscountPercentReward { Percent = 20m }],
                Limits = new() { MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "week-start",
            CampaignGoal.SlowDays,
            new("Start of the week: 150 off from 1,500", "Начало недели: 150 с чека от 1500"),
            new("Monday to Wednesday.", "С понедельника по среду."),
            new()
            {
                Condition = new AllOf(new WeekdaysCondition { Days = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday] }, new ReceiptSumCondition { AtLeast = 1500m }),
                Rewards = [new DiscountSumReward { Amount = 150m }],
                Limits = new() { MoneyBudget = Money.Of(80000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
    ];
}
