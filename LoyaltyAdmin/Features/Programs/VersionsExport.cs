using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>The list of versions as a workbook.</summary>
public sealed class VersionsExport(ProgramQueries queries, AuditWords people, ListWorkbook workbook, IStringLocalizer<ProgramsText> text)
{
    /// <summary>Writes the workbook with the columns that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see the program or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var overview = await queries.OverviewAsync(actor, ct);
        var list = VersionsTable.List(text, people, await workbook.UnitsAsync(ct));
        await workbook.WriteAsync(actor, stream, (text["Versions"], text["Versions"]), list, new NoFilter(), asked.Columns, overview.Versions.ToAsyncEnumerable(), ct);
    }
}
