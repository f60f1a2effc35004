using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>The referrals as a workbook.</summary>
public sealed class ReferralsExport(ReferralQueries queries, ProgramTimelines timelines, ListWorkbook workbook, IStringLocalizer<ReferralsText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see the program or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var list = ReferralsTable.List(text, (await timelines.GetAsync(ct)).Program.PointDecimals);
        var state = list.Read(asked);
        var rows = queries.StreamAsync(actor, state.Filter, !state.Descending, ct);
        await workbook.WriteAsync(actor, stream, (text["Referrals"], text["Referrals"]), list, state.Filter, asked.Columns, rows, ct);
    }
}
