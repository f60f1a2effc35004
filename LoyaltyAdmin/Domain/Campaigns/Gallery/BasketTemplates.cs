using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for a fuller basket.</summary>
internal static class BasketTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "two-plus-one",
            CampaignGoal.Basket,
            new("2 + 1", "2 + 1"),
            new("The cheapest of three is free.", "Самый дешёвый из трёх бесплатно."),
            new()
            {
                Condition = new CategoriesCondition { AtLeast = 3m },
                Rewards = [new FreeItemsReward { Bought = 2, Free = 1 }],
                Limits = new() { MoneyBudget = Money.Of(80000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 14,
        },
        new(
            "second-half",
            CampaignGoal.Basket,
            new("The second for half", "Второй за полцены"),
            new("Half price for the cheaper of two.", "Полцены на более дешёвый из двух."),
            new()
            {
                Condition = new CategoriesCondition { AtLeast = 2m },
                Rewards = [new FreeItemsReward { Bought = 1, Free = 1, Percent = 50m, Choice = FreeChoice.CheapestOfPack }],
                Limits = new() { MoneyBudget = Money.Of(80000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 14,
        },
        new(
            "pair-together",
            CampaignGoal.Basket,
            new("Together cheaper", "Вместе дешевле"),
            new("Two kinds of goods on one receipt: 12% off both.", "Два вида товаров в одном чеке — 12 % на оба."),
            new()
            {
                Condition = new CombinationCondition(),
                Rewards = [new DiscountPercentReward { Percent = 12m }],
                Limits = new() { MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 30,
        },
        new(
            "five-items",
            CampaignGoal.Basket,
            new("Five items: 150 points", "Пять товаров: 150 баллов"),
            new("Rewards a fuller basket whatever is in it.", "Награждает полную корзину, что бы в ней ни было."),
            new()
            {
                Condition = new GoodsQuantityCondition { AtLeast = 5m },
                Rewards = [new FixedPointsReward { Points = 150m }],
                Limits = new() { PointsBudget = 60_000m, PerMemberInFrame = [new FrameLimit(LimitFrame.Day, 1)] },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 30,
        },
        new(
            "bundle-price",
            CampaignGoal.Basket,
            new("A set for one price", "Набор по одной цене"),
            new("Each of the goods at a special price when three are taken.", "Особая цена за штуку, если взять три."),
            new()
            {
                Condition = new SkusCondition { AtLeast = 3m },
                Rewards = [new SpecialPriceReward { Price = 199m }],
                Limits = new() { MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 21,
        },
    ];
}
