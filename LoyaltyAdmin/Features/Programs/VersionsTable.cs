using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>What the list of versions is, on its page and in its workbook; its own order is the draft first, then the latest.</summary>
public static class VersionsTable
{
    public const string Number = "number";
    public const string State = "state";

    public static TableList<VersionRow, NoFilter> List(IStringLocalizer<ProgramsText> text, AuditWords people, DisplayUnits units) => new(
        "versions",
        "/program/conditions",
        ProgramsFeature.VersionsWorkbook,
        [
            new(Number, text["Version.Column"], ExcelKind.Text, row => text["Version", row.Number].Value) { Fixed = true },
            new(State, text["Version.State"], ExcelKind.Text, row => text[$"State.{row.State}"].Value),
            new("period", text["Version.Period"], ExcelKind.Text, row => PeriodOf(text, row, units)),
            new("publishedAt", text["Version.PublishedAt"], ExcelKind.Instant, row => row.PublishedAt),
            new("publishedBy", text["Version.PublishedBy"], ExcelKind.Text, row => row.PublishedBy is { } by ? people.Author(by) : null),
            new("note", text["Version.Note"], ExcelKind.Text, row => row.Note),
        ])
    {
        Sort = "own",
        PageSize = 20,
    };

    /// <summary>From when until when a version is in force, in words.</summary>
    public static string PeriodOf(IStringLocalizer<ProgramsText> text, VersionRow version, DisplayUnits units)
    {
        return version switch
        {
            { EffectiveFrom: null } => text["Period.Draft"],
            { State: VersionState.Withdrawn } => text["Period.Withdrawn"],
            { EffectiveFrom: { } from, EffectiveTo: null } when from == ProgramCalendar.BeginningOfTime => text["Period.Always"],
            { EffectiveFrom: { } from, EffectiveTo: { } to } when from == ProgramCalendar.BeginningOfTime => text["Period.Until", At(to)],
            { EffectiveFrom: { } from, EffectiveTo: null } => text["Period.From", At(from)],
            { EffectiveFrom: { } from, EffectiveTo: { } to } => text["Period.FromTo", At(from), At(to)],
        };

        string At(DateTime instant) => Formats.Instant(instant, units.Zone);
    }
}
