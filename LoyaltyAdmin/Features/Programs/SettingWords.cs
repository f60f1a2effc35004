using LoyaltyAdmin.Domain.Programs;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>What people call a setting: that of a level with the level's name.</summary>
internal static class SettingWords
{
    private const string Ladder = "Tiers.Ladder.";

    /// <param name="text">The texts of programs.</param>
    /// <param name="conditions">The conditions that the setting is one of.</param>
    /// <param name="setting">Its dotted path, such as <c>Tiers.Ladder.1.Threshold</c>.</param>
    public static string NameOf(IStringLocalizer<ProgramsText> text, ProgramConditions conditions, string setting)
    {
        if (!setting.StartsWith(Ladder, StringComparison.Ordinal))
        {
            return text["Setting." + setting];
        }

        var parts = setting[Ladder.Length..].Split('.');
        var place = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        var name = conditions.Tiers.Ladder.Levels[place].Name;
        return text["Level.Setting", name.Length > 0 ? name : $"№ {place + 1}", text["Setting.Tiers.Level." + parts[1]]];
    }
}
