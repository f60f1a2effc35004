using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>The lists of cards and of their series as workbooks.</summary>
public sealed class CardsExport(CardListQueries queries, CardSeriesQueries series, ListWorkbook workbook, IStringLocalizer<CardsText> text)
{
    /// <summary>Writes the workbook of the list of cards that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see members or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);

        var names = (await series.NamesAsync(ct)).ToDictionary(s => s.Id, s => s.Name);
        var list = CardsTable.Cards(text, id => names.GetValueOrDefault(id, "?"));
        var state = list.Read(asked);
        var rows = queries.StreamAsync(state.Filter, state.By<CardSort>(), state.Descending, ct);
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Excel.Sheet"]), list, state.Filter, asked.Columns, rows, ct);
    }

    /// <summary>Writes the workbook of the list of series.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see members or may not export.</exception>
    public async Task WriteSeriesAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);

        var list = CardsTable.SeriesList(text);
        var state = list.Read(asked);
        var rows = ListRows.OfAsync(list.Sorted(await series.ListAsync(ct), state));
        await workbook.WriteAsync(actor, stream, (text["TabSeries"], text["TabSeries"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
