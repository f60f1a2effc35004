using System.Globalization;
using System.Reflection;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>One setting that differs between two versions.</summary>
/// <param name="Setting">Its dotted path, such as <c>Accrual.Percent</c>.</param>
/// <param name="Before">The value before: invariant text, money with two decimals, lists parted by commas; null where it was not set.</param>
/// <param name="After">The value after, likewise.</param>
public sealed record ConditionChange(string Setting, string? Before, string? After);

/// <summary>What differs between two versions of conditions. A setting added to the conditions takes part by itself.</summary>
public static class ConditionsDifference
{
    /// <summary>The changed settings in the order of the conditions.</summary>
    public static IReadOnlyList<ConditionChange> Between(ProgramConditions before, ProgramConditions after)
    {
        var changes = new List<ConditionChange>();
        Compare(before, after, "", changes);
        return changes;
    }

    private static void Compare(object before, object after, string path, List<ConditionChange> changes)
    {
        foreach (var setting in before.GetType().GetProperties(BindingFlags.Instance | BindingFlags.Public))
        {
            if (!setting.CanWrite)
            {
                continue;
            }

            var (was, becomes) = (setting.GetValue(before), setting.GetValue(after));
            if (was is not null && becomes is not null && IsGroup(setting.PropertyType))
            {
                Compare(was, becomes, path + setting.Name + ".", changes);
            }
            else if (Text(was) is var old && Text(becomes) is var @new && old != @new)
            {
                changes.Add(new ConditionChange(path + setting.Name, old, @new));
            }
        }
    }

    private static bool IsGroup(Type type) => type.IsClass && type.Namespace == typeof(ProgramConditions).Namespace;

    private static string? Text(object? value) => value switch
    {
        null => null,
        Money money => money.Amount.ToString("0.00", CultureInfo.InvariantCulture),
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        bool on => on ? "true" : "false",
        IEnumerable<string> names => string.Join(", ", names),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
