using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>A list as a workbook: the columns that its page shows, by the same filter, in the same order, with who made it and totals.</summary>
public sealed class ListWorkbook(StreamedWorkbook workbook, DisplayUnitsSource source, BusinessClock clock)
{
    /// <summary>What amounts are shown in now.</summary>
    public ValueTask<DisplayUnits> UnitsAsync(CancellationToken ct) => source(ct);

    /// <summary>Writes the workbook, streamed as the rows are read.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReportsExport"/>.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="names">What the list and its sheet are called.</param>
    /// <param name="list">What the list is.</param>
    /// <param name="filter">Which rows they are, for the first sheet.</param>
    /// <param name="columns">The keys of the columns with commas between; null for the list's own choice.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="UnauthorizedAccessException">The actor may not take lists along.</exception>
    public async Task WriteAsync<TRow, TFilter>(
        Actor actor,
        Stream stream,
        (string Title, string Sheet) names,
        TableList<TRow, TFilter> list,
        TFilter filter,
        string? columns,
        IAsyncEnumerable<TRow> rows,
        CancellationToken ct)
        where TFilter : notnull, new()
    {
        actor.Demand(Permission.ReportsExport);

        var units = await source(ct);
        var description = new ExcelDescription(names.Title, actor.Name, clock.UtcNow, units.Zone)
        {
            Period = list.Period(filter),
            Filters = list.Describe(filter),
        };
        await workbook.WriteAsync(stream, description, names.Sheet, TableView<TRow>.Of(list.Name, list.Columns, columns).ToExcel(), rows, ct);
    }
}
