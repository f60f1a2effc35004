using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>Days of the week to tick, Monday first.</summary>
public sealed partial class WeekdaysBox
{
    /// <summary>As the checks name it.</summary>
    [Parameter, EditorRequired] public required string Place { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<DayOfWeek> Days { get; set; }

    [Parameter] public EventCallback<IReadOnlyList<DayOfWeek>> Changed { get; set; }

    [Parameter] public string? Help { get; set; }

    private Task Toggle(DayOfWeek day, bool wanted) => Changed.InvokeAsync(
        [.. Words.CampaignFigures.InWeekOrder.Where(d => d == day ? wanted : Days.Contains(d))]);
}
