using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>The list of editions as a workbook.</summary>
public sealed class TermsExport(TermsQueries queries, ListWorkbook workbook, IStringLocalizer<TermsText> text)
{
    /// <summary>Writes the workbook with the columns that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see the program or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var rows = await queries.AllAsync(actor, ct);
        await workbook.WriteAsync(actor, stream, (text["Editions"], text["Editions"]), TermsTable.List(text), new NoFilter(), asked.Columns, rows.ToAsyncEnumerable(), ct);
    }
}
