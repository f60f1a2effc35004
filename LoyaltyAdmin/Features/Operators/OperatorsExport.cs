using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>The list of users as a workbook.</summary>
public sealed class OperatorsExport(OperatorQueries queries, ListWorkbook workbook, IStringLocalizer<OperatorsText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not manage users or may not export.</exception>
    public Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.UsersManage);

        var list = OperatorsTable.List(text);
        var state = list.Read(asked);
        var rows = ListRows.ByPagesAsync(async page => (await queries.ListAsync(actor, state.Filter, state.By<OperatorSort>(), state.Descending, page, ct)).Rows, ct);
        return workbook.WriteAsync(actor, stream, (text["Title"], text["Title"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
