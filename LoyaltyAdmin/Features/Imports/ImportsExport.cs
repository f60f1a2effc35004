using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>The list of imports as a workbook.</summary>
public sealed class ImportsExport(ImportQueries queries, AuditWords people, ListWorkbook workbook, IStringLocalizer<ImportsText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see imports or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);

        var list = ImportsTable.List(text, people, await workbook.UnitsAsync(ct));
        var state = list.Read(asked);
        var rows = ListRows.ByPagesAsync(async page => (await queries.ListAsync(actor, state.Filter, state.By<ImportSort>(), state.Descending, page, ct)).Rows, ct);
        await workbook.WriteAsync(actor, stream, (text["Title"], text["History"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
