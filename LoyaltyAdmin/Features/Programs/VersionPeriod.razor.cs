using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>From when until when a version is in force, in words.</summary>
public sealed partial class VersionPeriod
{
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required VersionRow Version { get; set; }

    private string Words => Version switch
    {
        { EffectiveFrom: null } => Text["Period.Draft"],
        { State: VersionState.Withdrawn } => Text["Period.Withdrawn"],
        { EffectiveFrom: { } from, EffectiveTo: null } when from == ProgramCalendar.BeginningOfTime => Text["Period.Always"],
        { EffectiveFrom: { } from, EffectiveTo: { } to } when from == ProgramCalendar.BeginningOfTime => Text["Period.Until", At(to)],
        { EffectiveFrom: { } from, EffectiveTo: null } => Text["Period.From", At(from)],
        { EffectiveFrom: { } from, EffectiveTo: { } to } => Text["Period.FromTo", At(from), At(to)],
    };

    private string At(DateTime instant) => Formats.Instant(instant, Units.Zone);
}
