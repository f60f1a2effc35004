using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>The queue as a workbook.</summary>
public sealed class DuplicatesExport(DuplicateQueries queries, ListWorkbook workbook, IStringLocalizer<DuplicatesText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not merge members or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.MembersMerge);
        actor.Demand(Permission.ReportsExport);

        var list = DuplicatesTable.List(text, (await workbook.UnitsAsync(ct)).PointDecimals);
        var filter = list.Read(asked).Filter;
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Excel.Sheet"]), list, filter, asked.Columns, queries.StreamAsync(filter, ct), ct);
    }
}
