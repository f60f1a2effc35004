using System.Globalization;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>The settings of any mechanic, drawn from its record: names and help by stable keys, each field by its type.</summary>
public sealed partial class SettingsForm
{
    /// <summary>The stable name of the mechanic.</summary>
    [Parameter, EditorRequired] public required string Mechanic { get; set; }

    /// <summary>The record.</summary>
    [Parameter, EditorRequired] public required object Settings { get; set; }

    /// <summary>Where it stands in the terms, as the checks name it.</summary>
    [Parameter, EditorRequired] public required string Place { get; set; }

    /// <summary>Gets a record with other values.</summary>
    [Parameter] public EventCallback<object> Changed { get; set; }

    private string PlaceOf(AskedSetting setting) => $"{Place}.{setting.Name}";

    private static decimal? NumberOf(object? value) => value is null ? null : Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    /// <summary>The last day where the record keeps the day after it.</summary>
    private static DateOnly Shown(AskedSetting setting, DateOnly day) => setting.IsDayAfter && day > DateOnly.MinValue ? day.AddDays(-1) : day;

    private string? UnitOf(AskedSetting setting) => setting.UnitIn(Settings) switch
    {
        SettingUnit.None => null,
        SettingUnit.Currency => Form.Words.Figures.Currency,
        SettingUnit.Percent => "%",
        SettingUnit.Points => Form.Words.Figures.PointsUnit,
        var unit => Text[$"Unit.{unit}"],
    };

    private Task Set(AskedSetting setting, object value) => Changed.InvokeAsync(setting.With(Settings, value));

    private Task SetNumber(AskedSetting setting, decimal? number) => Changed.InvokeAsync(setting.WithNumber(Settings, number));

    private Task SetDay(AskedSetting setting, string? typed) => IsoDay.Read(typed) is { } day && day < DateOnly.MaxValue
        ? Set(setting, setting.IsDayAfter ? day.AddDays(1) : day)
        : Task.CompletedTask;

    private Task SetTime(AskedSetting setting, string? typed) => LocalTime.ReadTime(typed) is { } time ? Set(setting, time) : Task.CompletedTask;
}
