using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>The steps on the ladder as a workbook.</summary>
public sealed class TierStepsExport(TierStepQueries queries, TierQueries tiers, ListWorkbook workbook, IStringLocalizer<TiersText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see the program or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var levels = await tiers.LevelsAsync(ct);
        var list = TierStepsTable.List(text, key => levels.FirstOrDefault(l => l.Key == key)?.Name ?? text["GoneLevel"]);
        var state = list.Read(asked);
        var rows = queries.StreamAsync(actor, state.Filter, !state.Descending, ct);
        await workbook.WriteAsync(actor, stream, (text["Steps"], text["Steps"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
