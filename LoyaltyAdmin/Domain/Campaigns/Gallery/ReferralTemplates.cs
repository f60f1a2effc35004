using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for friends.</summary>
internal static class ReferralTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "friend-coupon",
            CampaignGoal.Referral,
            new("A coupon to give to a friend", "Купон для друга"),
            new("A large receipt gives a coupon to pass on.", "Крупный чек даёт купон, который можно отдать."),
            new()
            {
                Condition = new ReceiptSumCondition { AtLeast = 2500m },
                Rewards = [new IssueCouponReward { Days = 45 }],
                Limits = new() { PerMember = 3, Total = 2_000 },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 60,
        },
        new(
            "friend-code",
            CampaignGoal.Referral,
            new("The code of a friend: 300 off", "По коду друга: 300 в подарок"),
            new("Whoever brings the code of the series gets a first discount.", "Кто пришёл с кодом серии, получает первую скидку."),
            new()
            {
                Condition = new AllOf(new CodeCondition(), new ReceiptSumCondition { AtLeast = 1000m }),
                Rewards = [new DiscountSumReward { Amount = 300m }],
                Limits = new() { PerMember = 1, MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
        new(
            "bring-friends-week",
            CampaignGoal.Referral,
            new("Week of friends: double points by code", "Неделя друзей: вдвойне по коду"),
            new("A word that friends tell each other.", "Слово, которое друзья передают друг другу."),
            new()
            {
                Condition = new CodeCondition(),
                Rewards = [new MultiplierReward { Factor = 2m }],
                Limits = new() { PointsBudget = 60000m },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 7,
        },
        new(
            "ambassadors",
            CampaignGoal.Referral,
            new("Ambassadors: 20% by their code", "Амбассадоры: 20% по их коду"),
            new("A code of its own for each, first purchases only.", "Свой код каждому, только первые покупки."),
            new()
            {
                Condition = new AllOf(new CodeCondition(), new FirstPurchaseCondition()),
                Rewards = [new DiscountPercentReward { Percent = 20m, AtMost = 2000m }],
                Limits = new() { PerMember = 1, MoneyBudget = Money.Of(80000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
    ];
}
