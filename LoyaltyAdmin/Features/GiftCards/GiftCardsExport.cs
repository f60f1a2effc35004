using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Excel;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>The lists of gift cards and of their series as workbooks, and the codes of a series for the printing house.</summary>
public sealed class GiftCardsExport(
    IDbContextFactory<LoyaltyDbContext> databases,
    GiftCardListQueries queries,
    GiftCardQueries series,
    ListWorkbook workbook,
    StreamedWorkbook codes,
    BusinessClock clock,
    IStringLocalizer<GiftCardsText> text)
{
    /// <summary>Writes the workbook of the list of cards that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see gift cards or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var names = (await series.SeriesAsync(actor, ct)).ToDictionary(s => s.Series.Id, s => s.Series.Name);
        var list = GiftCardsTable.Cards(text, id => names.GetValueOrDefault(id, "?"));
        var state = list.Read(asked);
        var rows = queries.StreamAsync(actor, state.Filter, state.By<GiftCardSort>(), state.Descending, ct);
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Excel.Sheet"]), list, state.Filter, asked.Columns, rows, ct);
    }

    /// <summary>Writes the workbook of the list of series.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see gift cards or may not export.</exception>
    public async Task WriteSeriesAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var list = GiftCardsTable.SeriesList(text);
        var state = list.Read(asked);
        var rows = ListRows.OfAsync(list.Sorted(await series.SeriesAsync(actor, ct), state));
        await workbook.WriteAsync(actor, stream, (text["TabSeries"], text["TabSeries"]), list, state.Filter, asked.Columns, rows, ct);
    }

    /// <summary>Writes codes and secret numbers of the cards of a series that are not sold, for the printing house. The audit knows who took them.</summary>
    public async Task WriteCodesAsync(Actor actor, Stream stream, GiftCardSeries of, CancellationToken ct)
    {
        actor.Demand(Permission.GiftCardsEdit);
        var units = await workbook.UnitsAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        ExcelColumn<GiftCard>[] columns =
        [
            new(text["Code"], ExcelKind.Text, card => card.Code),
            new(text["CodeGrouped"], ExcelKind.Text, card => CardNumber.Grouped(card.Code).Replace('\u00a0', ' ')),
            new("PIN", ExcelKind.Text, card => card.Pin),
        ];
        await codes.WriteAsync(
            stream,
            new ExcelDescription(of.Name, actor.Name, clock.UtcNow, units.Zone),
            text["Excel.Sheet"],
            of.HasPin ? columns : columns[..2],
            db.GiftCards.AsNoTracking().Where(c => c.SeriesId == of.Id && c.Status == GiftCardStatus.Issued).OrderBy(c => c.Id).AsAsyncEnumerable(),
            ct);
    }
}
