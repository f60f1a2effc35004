using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Members;

/// <summary>The list of members as a workbook.</summary>
public sealed class MembersExport(MemberListQueries queries, TierQueries tiers, ListWorkbook workbook, IStringLocalizer<MembersText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see members or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);

        var list = MembersTable.List(text, (await workbook.UnitsAsync(ct)).PointDecimals, await tiers.LevelsAsync(ct));
        var state = list.Read(asked);
        var rows = queries.StreamAsync(actor, state.Filter, new MemberOrder(state.By<MemberSort>(), state.Descending), ct);
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Excel.Sheet"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
