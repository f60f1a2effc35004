using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>The queue as a workbook: the columns that the list shows, by the same filters.</summary>
public sealed class DuplicatesExport(
    DuplicateQueries queries, ProgramTimelines timelines, BusinessClock clock, StreamedWorkbook workbook, IStringLocalizer<DuplicatesText> text)
{
    public async Task WriteAsync(Actor actor, Stream stream, PairFilter filter, string? columns, CancellationToken ct)
    {
        actor.Demand(Permission.MembersMerge);
        actor.Demand(Permission.ReportsExport);

        var timeline = await timelines.GetAsync(ct);
        var description = new ExcelDescription(text["Title"], actor.Name, clock.UtcNow, timeline.CalendarAt(clock.UtcNow).Zone)
        {
            Filters = [.. Describe(filter)],
        };
        var table = TableView<PairRow>.Of(DuplicatesTable.Remembered, DuplicatesTable.Columns(text, timeline.Program.PointDecimals), columns);
        await workbook.WriteAsync(stream, description, text["Excel.Sheet"], table.ToExcel(), queries.StreamAsync(filter, ct), ct);
    }

    private IEnumerable<ExcelFilter> Describe(PairFilter filter)
    {
        yield return new ExcelFilter(text["State"], text[$"State.{filter.State}"]);
        if (filter.Strength is { } strength)
        {
            yield return new ExcelFilter(text["Strength"], text[$"Strength.{strength}"]);
        }

        if (filter.Reason is { } reason)
        {
            yield return new ExcelFilter(text["Column.Reasons"], text[$"Reason.{reason}"]);
        }
    }
}
