using System.Globalization;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>The list of members as a workbook: the columns that the list shows, by the same filters, in the same order.</summary>
public sealed class MembersExport(
    MemberListQueries queries, ProgramTimelines timelines, BusinessClock clock, StreamedWorkbook workbook, IStringLocalizer<MembersText> text)
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReportsExport"/>.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="filter">Which members.</param>
    /// <param name="order">In what order.</param>
    /// <param name="columns">The keys of <see cref="MembersTable"/> with commas between; null for the list's own choice.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="UnauthorizedAccessException">The actor may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, MemberFilter filter, MemberOrder order, string? columns, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);

        var timeline = await timelines.GetAsync(ct);
        var description = new ExcelDescription(text["Title"], actor.Name, clock.UtcNow, timeline.CalendarAt(clock.UtcNow).Zone)
        {
            Filters = [.. Describe(filter)],
        };
        var table = TableView<MemberRow>.Of(MembersTable.Remembered, MembersTable.Columns(text, timeline.Program.PointDecimals), columns);
        await workbook.WriteAsync(stream, description, text["Excel.Sheet"], table.ToExcel(), queries.StreamAsync(actor, filter, order, ct), ct);
    }

    private IEnumerable<ExcelFilter> Describe(MemberFilter filter)
    {
        if (filter.Search is { Length: > 0 } search)
        {
            yield return new ExcelFilter(text["Name"], search);
        }

        if (filter.Status is { } status)
        {
            yield return new ExcelFilter(text["Status"], text[status == MemberStatus.Active ? "StatusActive" : "StatusBlocked"]);
        }

        if (filter.HasBalance is { } has)
        {
            yield return new ExcelFilter(text["Balance"], text[has ? "WithBalance" : "WithoutBalance"]);
        }

        foreach (var (name, day) in new[] { ("JoinedFrom", filter.JoinedFrom), ("JoinedTo", filter.JoinedTo), ("NoPurchaseSince", filter.NoPurchaseSince) })
        {
            if (day is { } given)
            {
                yield return new ExcelFilter(text[name], given.ToString("d", CultureInfo.CurrentCulture));
            }
        }
    }
}
