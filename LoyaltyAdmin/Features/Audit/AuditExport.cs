using LoyaltyAdmin.Security;
using LoyaltyAdmin.Security.Audit;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Audit;

/// <summary>The list of changes as a workbook, for those who may see them.</summary>
public sealed class AuditExport(AuditQueries queries, AuditWords words, ListWorkbook workbook, IStringLocalizer<AuditText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see the audit or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.AuditView);

        var units = await workbook.UnitsAsync(ct);
        var list = AuditTable.List(text, words, units);
        var state = list.Read(asked);
        var rows = queries.StreamAsync(actor, state.Filter.In(units.Zone), ascending: !state.Descending, ct);
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Title"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
