using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for second purchase.</summary>
internal static class SecondPurchaseTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "second-within-month",
            CampaignGoal.SecondPurchase,
            new("Come back within a month", "Вернитесь за месяц"),
            new("The second purchase decides whether a customer stays: 15% for those who come within 30 days.", "Вторая покупка решает, останется ли покупатель: 15 % тем, кто вернулся за 30 дней."),
            new()
            {
                Condition = new AllOf(new NthPurchaseCondition { Number = 2, Mode = NthMode.Exactly }, new SinceLastPurchaseCondition { Bound = DaysBound.AtMost, Days = 30 }),
                Rewards = [new DiscountPercentReward { Percent = 15m, AtMost = 1500m }],
                Limits = new() { PerMember = 1, MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "second-double",
            CampaignGoal.SecondPurchase,
            new("Double points for the second purchase", "Двойные баллы за вторую покупку"),
            new("Shows early what the program is worth.", "Рано показывает, чего стоит программа."),
            new()
            {
                Condition = new NthPurchaseCondition { Number = 2, Mode = NthMode.Exactly },
                Rewards = [new MultiplierReward { Factor = 2m }],
                Limits = new() { PerMember = 1, PointsBudget = 40000m },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "coupon-after-first",
            CampaignGoal.SecondPurchase,
            new("A coupon after the first purchase", "Купон после первой покупки"),
            new("The first receipt carries the reason for the second.", "Первый чек сам приносит повод для второго."),
            new()
            {
                Condition = new FirstPurchaseCondition(),
                Rewards = [new IssueCouponReward { Days = 30 }],
                Limits = new() { PerMember = 1, Total = 1_000 },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "third-is-habit",
            CampaignGoal.SecondPurchase,
            new("The third makes the habit", "Третья покупка — уже привычка"),
            new("500 points for the third purchase in the first 60 days.", "500 баллов за третью покупку в первые 60 дней."),
            new()
            {
                Condition = new AllOf(new NthPurchaseCondition { Number = 3, Mode = NthMode.Exactly }, new MemberForCondition { Bound = DaysBound.AtMost, Days = 60 }),
                Rewards = [new FixedPointsReward { Points = 500m }],
                Limits = new() { PerMember = 1, PointsBudget = 80000m },
                Credit = new() { Expiry = new() { Model = ExpiryModel.FromEarning, Term = 60, Unit = TermUnit.Days } },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
    ];
}
