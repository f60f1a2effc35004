using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>A sale or a return that went with an undone import. Money in hundredths, points in smallest parts; of a return less than nothing.</summary>
public sealed record UndoneRow(long Id, bool IsReturn, string Key, DateTime OccurredAt, long? MemberId, string Store, long Paid, long Points);

/// <summary>What undoing an import took away, as a list and as a workbook.</summary>
public sealed class UndoneQueries(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock, StreamedWorkbook workbook, IStringLocalizer<ImportsText> text)
{
    /// <summary>A page of it, in the order in which it had been posted.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see imports.</exception>
    public async Task<Page<UndoneRow>> ListAsync(Actor actor, int importId, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var total = await db.UndoneReceipts.CountAsync(r => r.ImportId == importId, ct);
        return new Page<UndoneRow>(total == 0 ? [] : await Of(db, importId).Skip(page.Skip).Take(page.Take).ToListAsync(ct), total);
    }

    /// <summary>Writes all of it.</summary>
    /// <param name="actor">Needs <see cref="Permission.ImportsView"/>.</param>
    /// <param name="stream">Where to; must be able to seek, stays open.</param>
    /// <param name="importId">Whose.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task WriteAsync(Actor actor, Stream stream, int importId, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var timeline = await timelines.GetAsync(ct);
        var file = await db.Imports.Where(i => i.Id == importId).Select(i => i.FileName).SingleOrDefaultAsync(ct) ?? "";
        var description = new ExcelDescription(text["Undone.Title"], actor.Name, clock.UtcNow, timeline.CalendarAt(clock.UtcNow).Zone)
        {
            Filters = [new ExcelFilter(text["Title.One", importId], file)],
        };
        ExcelColumn<UndoneRow>[] columns =
        [
            new(text["Undone.At"], ExcelKind.Instant, row => row.OccurredAt),
            new(text["Undone.Kind"], ExcelKind.Text, row => text[row.IsReturn ? "Undone.Return" : "Undone.Sale"].Value),
            new(text["Undone.Number"], ExcelKind.Text, row => row.Key),
            new(text["Undone.Member"], ExcelKind.Whole, row => row.MemberId),
            new(text["Undone.Store"], ExcelKind.Text, row => row.Store),
            new(text["Undone.Paid"], ExcelKind.Money, row => row.Paid) { Total = true },
            new(text["Undone.Points"], ExcelKind.Points, row => row.Points) { Decimals = timeline.Program.PointDecimals, Total = true },
        ];
        await workbook.WriteAsync(stream, description, text["Undone.Title"], columns, Of(db, importId).AsAsyncEnumerable(), ct);
    }

    private static IQueryable<UndoneRow> Of(LoyaltyDbContext db, int importId) => db.UndoneReceipts
        .Where(r => r.ImportId == importId)
        .OrderBy(r => r.Id).ThenBy(r => r.IsReturn)
        .Select(r => new UndoneRow(
            r.Id, r.IsReturn, r.Key, r.OccurredAt, r.MemberId, r.Store,
            r.IsReturn ? -r.Net.Minor : r.Net.Minor, r.IsReturn ? -r.Points.Value : r.Points.Value));
}
