using LoyaltyAdmin.Domain.Receipts;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs.Example;

/// <summary>Purchases to begin with, in the person's language.</summary>
internal static class ExamplePresets
{
    public static IReadOnlyList<string> Keys { get; } = ["Groceries", "Clothes", "Gift"];

    public static ExampleSale Make(string key, IStringLocalizer<ProgramsText> text)
    {
        ExampleLine Line(string name, string category, decimal price, decimal quantity = 1m, decimal discount = 0m, LineKind kind = LineKind.Goods) => new()
        {
            Name = text["Example." + name],
            Category = text["Example." + category],
            Price = price,
            Quantity = quantity,
            Discount = discount,
            Kind = kind,
        };

        return key switch
        {
            "Groceries" => new ExampleSale
            {
                Lines = [Line("Cheese", "Dairy", 890m, 0.45m), Line("Coffee", "Tea", 649m, discount: 100m), Line("Bread", "Bakery", 65m, 2m)],
            },
            "Clothes" => new ExampleSale
            {
                Balance = 3000m,
                Lines = [Line("Sneakers", "Shoes", 7990m, discount: 1600m), Line("Shirt", "Clothing", 1990m, 2m), Line("Delivery", "Services", 350m, kind: LineKind.Shipping)],
            },
            _ => new ExampleSale
            {
                Balance = 1500m,
                Lines = [Line("Perfume", "Cosmetics", 5400m), Line("GiftCard", "GiftCards", 3000m, kind: LineKind.GiftCard)],
            },
        };
    }
}
