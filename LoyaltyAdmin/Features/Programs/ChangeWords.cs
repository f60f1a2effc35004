using System.Globalization;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>A changed setting in words.</summary>
public sealed record ChangeRow(string Chapter, string Setting, string Before, string After);

/// <summary>Says what differs between two versions, settings and values in words.</summary>
public sealed class ChangeWords(IStringLocalizer<ProgramsText> text)
{
    public IReadOnlyList<ChangeRow> Between(ProgramConditions before, ProgramConditions after) =>
        [.. ConditionsDifference.Between(before, after).SelectMany(change => change.Setting == "Tiers.Ladder"
            ? Levels(before, after)
            : [new ChangeRow(ChapterOf(change.Setting), text["Setting." + change.Setting], Value(change.Setting, change.Before), Value(change.Setting, change.After))])];

    /// <summary>A value of a setting in words.</summary>
    /// <param name="setting">Dotted path of the setting.</param>
    /// <param name="value">Invariant text as <see cref="ConditionsDifference"/> writes it; null or empty where it is not set.</param>
    public string Value(string setting, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return text["Value.None"];
        }

        var type = TypeOf(setting);
        return type switch
        {
            { IsEnum: true } => text[$"Choice.{type.Name}.{value}"],
            _ when type == typeof(bool) => text["Value." + value],
            _ when type == typeof(decimal) || type == typeof(Money) || type == typeof(int) =>
                Wording.Plain(decimal.Parse(value, CultureInfo.InvariantCulture)) + UnitOf(setting),
            _ => value,
        };
    }

    /// <summary>Levels that are new, gone or other than before, one row each.</summary>
    private IEnumerable<ChangeRow> Levels(ProgramConditions before, ProgramConditions after)
    {
        var (was, becomes) = (before.Tiers.Ladder, after.Tiers.Ladder);
        foreach (var key in becomes.Levels.Concat(was.Levels).Select(l => l.Key).Distinct())
        {
            if (was.Find(key) != becomes.Find(key))
            {
                yield return new ChangeRow(
                    text["Section.Tiers"], (becomes.Find(key) ?? was.Find(key))!.Name, Level(before, was.PlaceOf(key)), Level(after, becomes.PlaceOf(key)));
            }
        }
    }

    private string Level(ProgramConditions conditions, int place) =>
        place < 0 ? text["Value.None"] : LadderWords.Level(conditions, place, new Wording(text, conditions));

    private string ChapterOf(string setting) => setting.Contains('.', StringComparison.Ordinal)
        ? text["Section." + setting.Split('.')[0]]
        : text["Section.Place"];

    private static string UnitOf(string setting) => setting.EndsWith("Percent", StringComparison.Ordinal)
        ? (CultureInfo.CurrentCulture.TwoLetterISOLanguageName == "ru" ? "\u00a0%" : "%")
        : "";

    private static Type TypeOf(string setting)
    {
        var type = typeof(ProgramConditions);
        foreach (var name in setting.Split('.'))
        {
            type = type.GetProperty(name)!.PropertyType;
            type = Nullable.GetUnderlyingType(type) ?? type;
        }

        return type;
    }
}
