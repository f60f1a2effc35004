using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Gallery;

/// <summary>Ready campaigns for a category.</summary>
internal static class CategoryTemplates
{
    public static IReadOnlyList<CampaignTemplate> All { get; } =
    [
        new(
            "category-of-week",
            CampaignGoal.Category,
            new("Category of the week: 10% off", "Категория недели: скидка 10%"),
            new("One category in the light for a week.", "Одна категория в центре внимания на неделю."),
            new()
            {
                Condition = new CategoriesCondition(),
                Rewards = [new DiscountPercentReward { Percent = 10m }],
                Limits = new() { MoneyBudget = Money.Of(60000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 7,
        },
        new(
            "category-triple",
            CampaignGoal.Category,
            new("Triple points in a category", "Тройные баллы за категорию"),
            new("Where a supplier pays, points cost you nothing.", "Если платит поставщик, баллы вам ничего не стоят."),
            new()
            {
                Condition = new CategoriesCondition(),
                Rewards = [new MultiplierReward { Factor = 3m }],
                Limits = new() { PointsBudget = 60000m },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 14,
        },
        new(
            "new-category",
            CampaignGoal.Category,
            new("Try what is new", "Попробуйте новое"),
            new("A special price for goods that nobody knows yet.", "Особая цена на товары, которых ещё никто не знает."),
            new()
            {
                Condition = new SkusCondition(),
                Rewards = [new SpecialPriceReward { Price = 99m }],
                Limits = new() { PerMember = 3, MoneyBudget = Money.Of(50_000m) },
                ControlPercent = CampaignTemplate.UsualControl,
            })
        {
            Days = 21,
        },
        new(
            "private-label",
            CampaignGoal.Category,
            new("Own brand: 5% more in points", "Своя марка: ещё 5% баллами"),
            new("Leads to the goods with the best margin.", "Ведёт к товарам с лучшей маржой."),
            new()
            {
                Condition = new CategoriesCondition(),
                Rewards = [new ExtraPercentReward { Percent = 5m }],
                Limits = new() { PointsBudget = 60000m },
                ControlPercent = CampaignTemplate.UsualControl,
            }),
    ];
}
