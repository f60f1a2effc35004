using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>Channels and their cost as a workbook.</summary>
public sealed class AcquisitionExport(AcquisitionQueries queries, ListWorkbook workbook, IStringLocalizer<JoiningText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see the program or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var list = AcquisitionTable.List(text);
        var state = list.Read(asked);
        var rows = await queries.ListAsync(actor, state.Filter, !state.Descending, ct);
        await workbook.WriteAsync(actor, stream, (text["Channels"], text["Channels"]), list, state.Filter, asked.Columns, rows.ToAsyncEnumerable(), ct);
    }
}
