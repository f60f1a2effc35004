using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Orders of gift cards and their sales report as workbooks.</summary>
public sealed class GiftCardOrdersExport(GiftCardOrderQueries orders, GiftCardSales sales, ListWorkbook workbook, IStringLocalizer<GiftCardsText> text)
{
    /// <summary>Writes the workbook of the orders that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see gift cards or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var list = GiftCardOrdersTable.Orders(text);
        var state = list.Read(asked);
        await workbook.WriteAsync(
            actor, stream, (text["TabOrders"], text["TabOrders"]), list, state.Filter, asked.Columns, orders.StreamAsync(actor, state.Filter, state.Descending, ct), ct);
    }

    /// <summary>Writes the workbook of the report that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see gift cards or may not export.</exception>
    public async Task WriteSalesAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var list = GiftCardOrdersTable.Sales(text);
        var state = list.Read(asked);
        var rows = ListRows.OfAsync(list.Sorted(await sales.ReadAsync(actor, state.Filter, ct), state));
        await workbook.WriteAsync(actor, stream, (text["TabSales"], text["TabSales"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
