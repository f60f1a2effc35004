using System.Globalization;

namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>What the demo shop sells: things for home and care, with prices of a plain shop in roubles.</summary>
internal sealed class DemoCatalogue
{
    private static readonly (string English, string Russian, double Weight, int Margin, (int, double)[] Seasons, string[] Goods)[] Departments =
    [
        ("Care", "Уход", 1.0, 38, [], ["Hand cream|Крем для рук|249", "Face cream|Крем для лица|690", "Cleansing foam|Пенка для умывания|420", "Body lotion|Лосьон для тела|380", "Lip balm|Бальзам для губ|160", "Clay mask|Маска с глиной|310"]),
        ("Hair", "Волосы", 0.9, 35, [], ["Shampoo|Шампунь|390", "Conditioner|Кондиционер|410", "Hair mask|Маска для волос|520", "Hair dye|Краска для волос|460", "Comb|Расчёска|220", "Styling spray|Лак для укладки|350"]),
        ("Make-up", "Макияж", 0.7, 46, [(3, 1.4), (12, 1.4)], ["Mascara|Тушь|640", "Lipstick|Помада|560", "Powder|Пудра|720", "Eyeliner|Подводка|330", "Nail polish|Лак для ногтей|240", "Eyeshadow|Тени|780"]),
        ("Perfume", "Парфюмерия", 0.24, 42, [(2, 1.5), (3, 1.9), (12, 2.4)], ["Eau de toilette «Linden»|Туалетная вода «Липа»|2490", "Perfume «Amberline»|Духи «Янтарь»|3890", "Cologne «Harbour»|Одеколон «Гавань»|1590", "Body mist|Мист для тела|690"]),
        ("Laundry", "Стирка", 1.2, 22, [], ["Washing powder|Стиральный порошок|540", "Liquid detergent|Гель для стирки|620", "Fabric softener|Кондиционер для белья|330", "Stain remover|Пятновыводитель|290", "Bleach|Отбеливатель|180"]),
        ("Cleaning", "Чистота", 1.1, 24, [(4, 1.4)], ["Dish soap|Средство для посуды|190", "Window spray|Средство для стёкол|210", "Floor cleaner|Средство для пола|260", "Sponges|Губки|90", "Bin bags|Мешки для мусора|120", "Gloves|Перчатки|110"]),
        ("Kitchen", "Кухня", 0.5, 33, [(11, 1.2), (12, 1.5)], ["Mug|Кружка|390", "Frying pan|Сковорода|1890", "Food containers|Контейнеры|640", "Kitchen towel|Полотенце|230", "Cutting board|Доска|520"]),
        ("Sun and sea", "Солнце и море", 0.15, 40, [(5, 3.0), (6, 6.0), (7, 7.0), (8, 5.0)], ["Sun cream SPF 50|Крем от солнца SPF 50|790", "After-sun gel|Гель после загара|480", "Beach towel|Пляжное полотенце|990"]),
        ("Gifts", "Подарки", 0.3, 48, [(2, 1.6), (3, 2.0), (11, 1.5), (12, 5.0)], ["Gift set «Evening»|Набор «Вечер»|1490", "Gift set «Morning»|Набор «Утро»|1190", "Scented candle|Ароматная свеча|590", "Gift wrap|Подарочная упаковка|150", "Christmas bauble|Ёлочный шар|270"]),
    ];

    private readonly List<List<DemoGood>> departments = [];

    /// <param name="isRussian">Whether the shop's goods have Russian names.</param>
    /// <param name="priceFactor">What a rouble's worth is in the program's currency.</param>
    public DemoCatalogue(bool isRussian, decimal priceFactor)
    {
        foreach (var (english, russian, weight, margin, seasons, goods) in Departments)
        {
            var category = new DemoCategory(isRussian ? russian : english, weight, seasons);
            departments.Add([.. goods.Select((text, i) => Make(text.Split('|'), category, margin, i, isRussian, priceFactor))]);
        }
    }

    public IEnumerable<DemoGood> Goods => departments.SelectMany(d => d);

    /// <summary>What somebody takes from the shelves in a month of the year.</summary>
    public DemoGood Pick(Random random, int month)
    {
        var department = Draw(random, departments, d => d[0].Category.WeightIn(month));
        return Draw(random, department, g => g.Appeal);
    }

    /// <summary>One of some things, by their weights.</summary>
    public static T Draw<T>(Random random, IReadOnlyList<T> things, Func<T, double> weight)
    {
        var left = random.NextDouble() * things.Sum(weight);
        foreach (var thing in things)
        {
            left -= weight(thing);
            if (left < 0)
            {
                return thing;
            }
        }

        return things[^1];
    }

    private DemoGood Make(string[] text, DemoCategory category, int margin, int place, bool isRussian, decimal priceFactor)
    {
        var price = decimal.Max(0.5m, decimal.Round(decimal.Parse(text[2], CultureInfo.InvariantCulture) * priceFactor, priceFactor < 1 ? 1 : 0));
        var sku = string.Create(CultureInfo.InvariantCulture, $"DEMO-{departments.Count + 1}{place + 1:00}");
        return new DemoGood(sku, isRussian ? text[1] : text[0], category, (long)(price * 100m), (margin + (place % 3 * 3) - 3) * 100, 1 / Math.Pow(place + 1, 0.6));
    }
}
