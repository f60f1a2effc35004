using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>The list of sales and returns as a workbook.</summary>
public sealed class ReceiptsExport(
    ReceiptListQueries queries, IDbContextFactory<LoyaltyDbContext> databases, ListWorkbook workbook, IStringLocalizer<ReceiptsText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see receipts or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsView);

        var decimals = (await workbook.UnitsAsync(ct)).PointDecimals;
        var state = ReceiptsTable.List(text, decimals, id => $"№ {id}").Read(asked);
        var filter = await queries.WithPeriodAsync(state.Filter, ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        var names = await MemberNames.OfAsync(db, [filter.MemberId], ct);
        var list = ReceiptsTable.List(text, decimals, id => names.GetValueOrDefault(id, $"№ {id}"));
        var rows = queries.StreamAsync(filter, new ReceiptOrder(state.By<ReceiptSort>(), !state.Descending), ct);
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Excel.Sheet"]), list, filter, asked.Columns, rows, ct);
    }
}
