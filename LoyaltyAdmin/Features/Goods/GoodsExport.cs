using System.Globalization;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>A list of goods as a workbook: the columns that the list shows, by the same filters, in the same order.</summary>
public sealed class GoodsExport(
    GoodsQueries queries, ProgramTimelines timelines, BusinessClock clock, StreamedWorkbook workbook, IStringLocalizer<GoodsText> text)
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="actor">Needs <see cref="Permission.DashboardView"/> and <see cref="Permission.ReportsExport"/>.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="list">What the page shows; its page number does not matter.</param>
    /// <param name="columns">The keys of <see cref="GoodsTable"/> with commas between; null for the list's own choice.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="UnauthorizedAccessException">The actor may not see figures or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, GoodsAddress list, string? columns, CancellationToken ct)
    {
        actor.Demand(Permission.DashboardView);
        actor.Demand(Permission.ReportsExport);

        var (rows, period) = await queries.AllAsync(list.Filter, list.Order, ct);
        var timeline = await timelines.GetAsync(ct);
        var description = new ExcelDescription(text["Title"], actor.Name, clock.UtcNow, timeline.CalendarAt(clock.UtcNow).Zone)
        {
            Period = period is { } days ? $"{Day(days.From)} – {Day(days.To.AddDays(-1))}" : null,
            Filters = [.. Describe(list.Filter)],
        };
        var by = list.Filter.By;
        var table = TableView<GoodsRow>.Of(GoodsTable.Remembered(by), GoodsTable.Columns(text, by), columns);
        await workbook.WriteAsync(stream, description, text["Title"], table.ToExcel(), rows.ToAsyncEnumerable(), ct);
    }

    private IEnumerable<ExcelFilter> Describe(GoodsFilter filter)
    {
        if (filter.Search is { } search)
        {
            yield return new ExcelFilter(text["Search"], search);
        }

        if (filter is { By: GoodsBy.Sku, Category: { } category })
        {
            yield return new ExcelFilter(text["Category"], category);
        }
    }

    private static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);
}
