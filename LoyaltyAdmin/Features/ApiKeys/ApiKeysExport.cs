using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>The list of keys as a workbook, without the keys themselves.</summary>
public sealed class ApiKeysExport(ApiKeyQueries queries, AuditWords people, ListWorkbook workbook, IStringLocalizer<ApiKeysText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not manage keys or may not export.</exception>
    public Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ApiKeysManage);

        var list = ApiKeysTable.List(text, people);
        var state = list.Read(asked);
        var rows = ListRows.ByPagesAsync(async page => (await queries.ListAsync(actor, state.Filter, state.By<ApiKeySort>(), state.Descending, page, ct)).Rows, ct);
        return workbook.WriteAsync(actor, stream, (text["Title"], text["Title"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
