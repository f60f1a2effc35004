using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for first purchase.</summary>
internal static class FirstPurchaseTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "welcome-points",
            CampaignGoal.FirstPurchase,
            new("Welcome: 300 points", "Приветственные 300 баллов"),
            new("Points for the first purchase bring a new member back to spend them.", "Баллы за первую покупку возвращают нового участника: их хочется потратить."),
            new()
            {
                Condition = new FirstPurchaseCondition(),
                Rewards = [new FixedPointsReward { Points = 300m }],
                Limits = new() { PerMember = 1, PointsBudget = 50000m },
                Credit = new() { Expiry = new() { Model = ExpiryModel.FromEarning, Term = 30, Unit = TermUnit.Days } },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "first-ten-percent",
            CampaignGoal.FirstPurchase,
            new("10% off the first purchase", "Скидка 10% на первую покупку"),
            new("The plainest reason to join at the till.", "Самый простой повод вступить в программу прямо на кассе."),
            new()
            {
                Condition = new FirstPurchaseCondition(),
                Rewards = [new DiscountPercentReward { Percent = 10m, AtMost = 1000m }],
                Limits = new() { PerMember = 1, MoneyBudget = Money.Of(50000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "first-big-basket",
            CampaignGoal.FirstPurchase,
            new("500 off the first big purchase", "500 за первую крупную покупку"),
            new("A new member fills the basket at once.", "Новый участник сразу собирает большую корзину."),
            new()
            {
                Condition = new AllOf(new FirstPurchaseCondition(), new ReceiptSumCondition { AtLeast = 3000m }),
                Rewards = [new DiscountSumReward { Amount = 500m }],
                Limits = new() { PerMember = 1, MoneyBudget = Money.Of(50000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "first-in-app",
            CampaignGoal.FirstPurchase,
            new("First purchase through the app", "Первая покупка в приложении"),
            new("Double points move new members to the cheaper channel.", "Двойные баллы переводят новых участников в более дешёвый канал."),
            new()
            {
                Condition = new AllOf(new FirstPurchaseCondition(), new ChannelCondition { Channels = ["app"] }),
                Rewards = [new MultiplierReward { Factor = 2m }],
                Limits = new() { PerMember = 1, PointsBudget = 40000m },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "welcome-gift",
            CampaignGoal.FirstPurchase,
            new("A gift with the first purchase", "Подарок к первой покупке"),
            new("Something to take home is remembered longer than a percent.", "То, что можно унести домой, помнят дольше, чем процент."),
            new()
            {
                Condition = new AllOf(new FirstPurchaseCondition(), new ReceiptSumCondition { AtLeast = 1500m }),
                Rewards = [new GiftProductReward { Handing = GiftHanding.Promised }],
                Limits = new() { PerMember = 1, Total = 500 },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
    ];
}
