using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>What people call mechanics, their settings and choices. A setting that many have is named once for all.</summary>
public static class MechanicText
{
    /// <summary>The label of a setting.</summary>
    public static LocalizedString Setting(IStringLocalizer<CampaignsText> text, string mechanic, string name) =>
        text[$"Setting.{mechanic}.{name}"] is { ResourceNotFound: false } own ? own : text[$"Setting.{name}"];

    /// <summary>What helps with a setting; null for nothing.</summary>
    public static string? Help(IStringLocalizer<CampaignsText> text, string mechanic, string name) =>
        text[$"Setting.{mechanic}.{name}.Help"] is { ResourceNotFound: false } own ? own.Value
        : text[$"Setting.{name}.Help"] is { ResourceNotFound: false } common ? common.Value
        : null;

    /// <summary>A value of a choice.</summary>
    public static LocalizedString Choice(IStringLocalizer<CampaignsText> text, object value) => text[$"Choice.{value.GetType().Name}.{value}"];
}
