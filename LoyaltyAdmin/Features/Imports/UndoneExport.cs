using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What undoing an import took away, as a workbook.</summary>
public sealed class UndoneExport(UndoneQueries queries, ListWorkbook workbook, IStringLocalizer<ImportsText> text)
{
    /// <summary>Writes all of it, with the columns that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see imports or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, int importId, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ImportsView);

        var list = UndoneTable.List(text, (await workbook.UnitsAsync(ct)).PointDecimals, importId);
        var rows = queries.StreamAsync(actor, importId, ct);
        await workbook.WriteAsync(actor, stream, ($"{text["Undone.Title"]}: {text["Title.One", importId]}", text["Undone.Title"]), list, new NoFilter(), asked.Columns, rows, ct);
    }
}
