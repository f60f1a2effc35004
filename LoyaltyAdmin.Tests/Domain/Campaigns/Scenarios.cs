using System.Reflection;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Tests.Domain.Campaigns;

/// <summary>All that can be composed from one condition and one reward: each mechanic with each choice of its settings.</summary>
internal static class Scenarios
{
    public static IReadOnlyList<Condition> Conditions { get; } = [.. ConditionCatalog.All.SelectMany(m => Variants(m.Settings)).Cast<Condition>()];

    public static IReadOnlyList<Reward> Rewards { get; } = [.. RewardCatalog.All.SelectMany(m => Variants(m.Settings)).Cast<Reward>()];

    public static int Count => Conditions.Count * Rewards.Count;

    public static (Condition Condition, Reward Reward) At(int place) => (Conditions[place / Rewards.Count], Rewards[place % Rewards.Count]);

    /// <summary>A scenario in a line: mechanics and choices.</summary>
    public static string Name(Condition condition, Reward reward) =>
        $"{ConditionCatalog.Of(condition).Key}{Choices(condition)} → {RewardCatalog.Of(reward).Key}{Choices(reward)}";

    private static string Choices(object settings)
    {
        var chosen = Properties(settings.GetType()).Where(IsChoice).Select(p => $"{char.ToLowerInvariant(p.Name[0])}{p.Name[1..]}: {p.GetValue(settings)!.ToString()!.ToLowerInvariant()}").ToList();
        return chosen.Count == 0 ? "" : $" ({string.Join(", ", chosen)})";
    }

    private static IEnumerable<object> Variants(Type settings)
    {
        IEnumerable<object> all = [Usual(settings)];
        foreach (var choice in Properties(settings).Where(IsChoice))
        {
            var values = choice.PropertyType == typeof(bool) ? [true, false] : Enum.GetValues(choice.PropertyType).Cast<object>().ToArray();
            all = [.. all.SelectMany(one => values.Select(value => With(one, choice, value)))];
        }

        return all;
    }

    private static object Usual(Type settings)
    {
        var usual = Activator.CreateInstance(settings)!;
        foreach (var property in Properties(settings))
        {
            object? value = property.PropertyType switch
            {
                var t when t == typeof(GoodsSet) => new GoodsSet { Categories = [property.Name == "Second" ? "toys" : "food"] },
                var t when t == typeof(IReadOnlyList<DayOfWeek>) => new[] { DayOfWeek.Tuesday },
                var t when t == typeof(IReadOnlyList<string>) => Names(property.Name),
                var t when t == typeof(string) && property.Name != "Counter" => "spring",
                var t when t == typeof(DateOnly) => new DateOnly(2026, property.Name == "From" ? 3 : 4, 1),
                _ => null,
            };
            if (value is not null)
            {
                property.SetValue(usual, value);
            }
        }

        return usual;
    }

    private static string[] Names(string setting) => setting switch
    {
        "Categories" => ["food"],
        "Skus" => ["sku-1"],
        "Except" => [],
        "Types" => ["card"],
        "Channels" => ["web"],
        "Stores" => ["north"],
        _ => ["spring"],
    };

    private static object With(object settings, PropertyInfo choice, object value)
    {
        var copy = settings.GetType().GetMethod("<Clone>$")!.Invoke(settings, null)!;
        choice.SetValue(copy, value);
        return copy;
    }

    private static IEnumerable<PropertyInfo> Properties(Type settings) => settings.GetProperties().Where(p => p.SetMethod is not null);

    private static bool IsChoice(PropertyInfo property) => property.PropertyType.IsEnum || property.PropertyType == typeof(bool);
}
