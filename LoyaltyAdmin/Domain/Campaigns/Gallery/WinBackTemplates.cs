using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for winning back.</summary>
internal static class WinBackTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "miss-you-90",
            CampaignGoal.WinBack,
            new("We miss you: 15% after 90 days", "Скучаем: 15% после 90 дней"),
            new("A reason to return before the habit is lost.", "Повод вернуться, пока привычка не забылась."),
            new()
            {
                Condition = new SinceLastPurchaseCondition { Bound = DaysBound.AtLeast, Days = 90 },
                Rewards = [new DiscountPercentReward { Percent = 15m, AtMost = 1500m }],
                Limits = new() { PerMember = 1, MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "miss-you-180",
            CampaignGoal.WinBack,
            new("Half a year away: 500 off", "Полгода без вас: 500 в подарок"),
            new("A sum says more than a percent to those who have forgotten prices.", "Тем, кто забыл цены, сумма говорит больше процента."),
            new()
            {
                Condition = new AllOf(new SinceLastPurchaseCondition { Bound = DaysBound.AtLeast, Days = 180 }, new ReceiptSumCondition { AtLeast = 1500m }),
                Rewards = [new DiscountSumReward { Amount = 500m }],
                Limits = new() { PerMember = 1, MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "return-triple",
            CampaignGoal.WinBack,
            new("Triple points on return", "Тройные баллы за возвращение"),
            new("Margin stays whole; the points bring a second visit.", "Маржа цела, а баллы приводят ещё раз."),
            new()
            {
                Condition = new SinceLastPurchaseCondition { Bound = DaysBound.AtLeast, Days = 60 },
                Rewards = [new MultiplierReward { Factor = 3m }],
                Limits = new() { PerMember = 1, PointsBudget = 60000m },
                Credit = new() { Expiry = new() { Model = ExpiryModel.FromEarning, Term = 30, Unit = TermUnit.Days } },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "personal-return",
            CampaignGoal.WinBack,
            new("A personal offer to a list", "Личное предложение по списку"),
            new("For the members of a list that you made.", "Для участников вашего списка."),
            new()
            {
                Audience = new() { Kind = AudienceKind.Lists },
                Condition = new SinceLastPurchaseCondition { Bound = DaysBound.AtLeast, Days = 45 },
                Rewards = [new DiscountPercentReward { Percent = 20m, AtMost = 2000m }],
                Limits = new() { PerMember = 1, MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 21,
        },
    ];
}
