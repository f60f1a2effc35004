using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>One setting of a mechanic, as forms and texts name it.</summary>
/// <param name="Mechanic">Key of the mechanic.</param>
/// <param name="Property">Of the settings, with its limits as attributes.</param>
public sealed record MechanicSetting(string Mechanic, PropertyInfo Property)
{
    private const int FinestPercent = 4;

    private static readonly ConcurrentDictionary<(string, Type), IReadOnlyList<MechanicSetting>> Known = new();

    /// <summary>As JSON names it.</summary>
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(Property.Name);

    /// <summary>Stable name among all mechanics, such as <c>receipt-sum.atLeast</c>.</summary>
    public string Key => $"{Mechanic}.{Name}";

    /// <summary>Whether it is money, in units of currency.</summary>
    public bool IsMoney => Property.GetCustomAttribute<DataTypeAttribute>()?.DataType == DataType.Currency;

    /// <summary>The most decimals of a number.</summary>
    public int Decimals => Property.GetCustomAttribute<DecimalsAttribute>()?.Most ?? (IsMoney ? 2 : FinestPercent);

    /// <summary>The settings of a mechanic, in the order of its record.</summary>
    public static IReadOnlyList<MechanicSetting> Of(ConditionMechanic mechanic) => Of(mechanic.Key, mechanic.Settings);

    /// <summary>The settings of a mechanic, in the order of its record; those common to all rewards for goods come last.</summary>
    public static IReadOnlyList<MechanicSetting> Of(RewardMechanic mechanic) => Of(mechanic.Key, mechanic.Settings);

    internal static IReadOnlyList<MechanicSetting> Of(string mechanic, Type settings) => Known.GetOrAdd(
        (mechanic, settings),
        key => [.. key.Item2.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null)
            .Select(p => new MechanicSetting(key.Item1, p))]);
}
