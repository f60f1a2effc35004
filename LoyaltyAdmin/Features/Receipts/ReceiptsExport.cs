using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>A list of sales and returns as a workbook: the columns that the list shows, by the same filters, in the same order.</summary>
public sealed class ReceiptsExport(
    ReceiptListQueries queries,
    IDbContextFactory<LoyaltyDbContext> databases,
    ProgramTimelines timelines,
    BusinessClock clock,
    StreamedWorkbook workbook,
    IStringLocalizer<ReceiptsText> text)
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="actor">Needs <see cref="Permission.ReceiptsView"/> and <see cref="Permission.ReportsExport"/>.</param>
    /// <param name="stream">Where to.</param>
    /// <param name="wanted">Which sales and returns.</param>
    /// <param name="order">In what order.</param>
    /// <param name="columns">The keys of <see cref="ReceiptsTable"/> with commas between; null for the list's own choice.</param>
    /// <param name="ct">Cancels it.</param>
    /// <exception cref="UnauthorizedAccessException">The actor may not see receipts or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ReceiptFilter wanted, ReceiptOrder order, string? columns, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsView);
        actor.Demand(Permission.ReportsExport);

        var filter = await queries.WithPeriodAsync(wanted, ct);
        var timeline = await timelines.GetAsync(ct);
        var description = new ExcelDescription(text["Title"], actor.Name, clock.UtcNow, timeline.CalendarAt(clock.UtcNow).Zone)
        {
            Period = filter.From is null && filter.To is null ? null : $"{Day(filter.From)} – {Day(filter.To)}",
            Filters = await DescribeAsync(filter, ct),
        };
        var table = TableView<ReceiptListRow>.Of(ReceiptsTable.Remembered, ReceiptsTable.Columns(text, timeline.Program.PointDecimals), columns);
        await workbook.WriteAsync(stream, description, text["Excel.Sheet"], table.ToExcel(), queries.StreamAsync(filter, order, ct), ct);
    }

    private async Task<List<ExcelFilter>> DescribeAsync(ReceiptFilter filter, CancellationToken ct)
    {
        List<ExcelFilter> filters = [];
        if (filter.Search is { } search)
        {
            filters.Add(new ExcelFilter(text["Number"], text["Excel.First", search, ReceiptListQueries.MostFound]));
        }

        if (filter.Kind is { } kind)
        {
            filters.Add(new ExcelFilter(text["Kind"], text[$"Kinds{kind}"]));
        }

        if (filter.Store is { } store)
        {
            filters.Add(new ExcelFilter(text["Store"], store));
        }

        if (filter.HasMember is { } has)
        {
            filters.Add(new ExcelFilter(text["Member"], text[has ? "WithMember" : "WithoutMember"]));
        }

        if (filter.MemberId is { } member)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            var names = await MemberNames.OfAsync(db, [member], ct);
            filters.Add(new ExcelFilter(text["Member"], names.GetValueOrDefault(member, member.ToString(CultureInfo.InvariantCulture))));
        }

        return filters;
    }

    private static string Day(DateOnly? day) => day?.ToString("d", CultureInfo.CurrentCulture) ?? "…";
}
