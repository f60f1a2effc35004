using System.Globalization;

namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>Names that nobody bears, Russian and English, of women and men.</summary>
internal static class DemoNames
{
    private static readonly string[] RussianWomen = ["Анна", "Мария", "Ольга", "Елена", "Ирина", "Дарья", "Полина", "Вера", "Надежда", "Алиса", "Ксения", "Юлия", "Софья", "Тамара", "Зоя", "Нина"];
    private static readonly string[] RussianMen = ["Иван", "Пётр", "Алексей", "Михаил", "Сергей", "Андрей", "Николай", "Павел", "Егор", "Фёдор", "Лев", "Тимофей", "Глеб", "Борис", "Юрий", "Матвей"];
    private static readonly string[] EnglishWomen = ["Alice", "Emma", "Grace", "Hazel", "Ivy", "Olive", "Ruby", "Violet"];
    private static readonly string[] EnglishMen = ["Arthur", "Felix", "Henry", "Jasper", "Leo", "Oscar", "Theo", "Victor"];

    // Things, not families: whoever reads one knows that the person is invented.
    private static readonly string[] RussianFamilies =
    [
        "Самоваров", "Кренделев", "Пуговкин", "Облаков", "Ватрушкин", "Одуванчиков", "Леденцов", "Карандашов", "Подушкин", "Зонтиков", "Варенников",
        "Апельсинов", "Фонариков", "Чемоданов", "Кактусов", "Пирожков", "Колокольчиков", "Сугробов", "Напёрстков", "Клубничкин", "Бубликов", "Радугин",
        "Абажуров", "Барабанов", "Валенков", "Гирляндов", "Диванов", "Ёлочкин", "Жаворонков", "Занавескин", "Ирискин", "Кувшинов", "Лимонадов",
        "Матрёшкин", "Носочкин", "Оладьев", "Пряников", "Рогаликов", "Салфеткин", "Тапочкин", "Улиткин", "Фиалкин", "Хлопушкин", "Чайников",
        "Шарфиков", "Эклеров", "Яблочкин", "Бусинкин", "Воронкин", "Горошков", "Ковриков", "Мармеладов", "Ниточкин", "Печенькин", "Сырников",
    ];

    private static readonly string[] EnglishBeginnings =
        ["Button", "Puddle", "Thistle", "Crumpet", "Cloud", "Lantern", "Marmalade", "Ginger", "Teapot", "Snow", "Maple", "Pebble", "Velvet", "Biscuit", "Clover", "Feather"];

    private static readonly string[] EnglishEndings = ["wood", "worth", "by", "ford", "ley", "ton", "well", "field"];

    /// <summary>First name, last name, and Latin letters for an address.</summary>
    public static (string First, string Last, string Latin) Pick(Random random, bool isRussian)
    {
        var isWoman = random.NextDouble() < 0.62;
        if (!isRussian)
        {
            var (first, last) = (One(random, isWoman ? EnglishWomen : EnglishMen), One(random, EnglishBeginnings) + One(random, EnglishEndings));
            return (first, last, $"{first}.{last}".ToLower(CultureInfo.InvariantCulture));
        }

        var name = One(random, isWoman ? RussianWomen : RussianMen);
        return (name, One(random, RussianFamilies) + (isWoman ? "а" : ""), One(random, EnglishBeginnings).ToLower(CultureInfo.InvariantCulture));
    }

    private static string One(Random random, string[] of) => of[random.Next(of.Length)];
}
