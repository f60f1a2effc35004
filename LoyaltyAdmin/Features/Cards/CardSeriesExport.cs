using System.Text;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>The numbers of a series for the printing house, as text, in the order in which they were made.</summary>
public sealed class CardSeriesExport(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock, StreamedWorkbook workbook, IStringLocalizer<CardsText> text)
{
    /// <summary>A workbook with each number as it is read by machines and as people read it.</summary>
    public async Task WriteWorkbookAsync(Actor actor, Stream stream, CardSeries series, CancellationToken ct)
    {
        actor.Demand(Permission.CardsManage);

        await using var db = await databases.CreateDbContextAsync(ct);
        var zone = (await timelines.GetAsync(ct)).CalendarAt(clock.UtcNow).Zone;
        ExcelColumn<string>[] columns =
        [
            new(text["Number"], ExcelKind.Text, number => number),
            new(text["NumberGrouped"], ExcelKind.Text, number => CardNumber.Grouped(number).Replace('\u00a0', ' ')),
        ];
        await workbook.WriteAsync(
            stream, new ExcelDescription(series.Name, actor.Name, clock.UtcNow, zone), text["Excel.Sheet"], columns, Numbers(db, series), ct);
    }

    /// <summary>UTF-8 with a mark, one quoted number a line under a heading: no program takes them for figures of which it may round.</summary>
    public async Task WriteTextAsync(Actor actor, Stream stream, CardSeries series, CancellationToken ct)
    {
        actor.Demand(Permission.CardsManage);

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync("\"card\"".AsMemory(), ct);
        await foreach (var number in Numbers(db, series).WithCancellation(ct))
        {
            await writer.WriteLineAsync($"\"{number}\"".AsMemory(), ct);
        }
    }

    private static IAsyncEnumerable<string> Numbers(LoyaltyDbContext db, CardSeries series) =>
        db.Cards.Where(c => c.SeriesId == series.Id).OrderBy(c => c.Id).Select(c => c.Number).AsAsyncEnumerable();
}
