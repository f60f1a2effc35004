using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>The list of campaigns as a workbook.</summary>
public sealed class CampaignsExport(CampaignQueries queries, CampaignAudiences audiences, ListWorkbook workbook, IStringLocalizer<CampaignsText> text)
{
    /// <summary>Writes the campaigns that an address asks for.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see promotions or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var units = await workbook.UnitsAsync(ct);
        var list = CampaignTables.Campaigns(text, new CampaignWords(text, units, await audiences.KeysAsync(ct)), units);
        var state = list.Read(asked);
        var rows = (await queries.ListAsync(actor, ct)).Where(state.Filter.Takes);
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Title"]), list, state.Filter, asked.Columns, ListRows.OfAsync(list.Sorted(rows, state)), ct);
    }
}
