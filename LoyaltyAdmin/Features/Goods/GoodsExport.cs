using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Goods;

/// <summary>A list of goods as a workbook.</summary>
public sealed class GoodsExport(GoodsQueries queries, ListWorkbook workbook, IStringLocalizer<GoodsText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see figures or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.DashboardView);
        actor.Demand(Permission.ReportsExport);

        var by = asked["by"] == "category" ? GoodsBy.Category : GoodsBy.Sku;
        var list = GoodsTable.List(text, by);
        var state = list.Read(asked);
        var (rows, period) = await queries.AllAsync(state.Filter with { By = by }, new GoodsOrder(state.By<GoodsSort>(), !state.Descending), ct);
        var filter = state.Filter with { By = by, From = period?.From, To = period?.To.AddDays(-1) };
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Title"]), list, filter, asked.Columns, rows.ToAsyncEnumerable(), ct);
    }
}
