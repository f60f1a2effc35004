using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns.Lists;

/// <summary>The personal lists as a workbook.</summary>
public sealed class AudienceListsExport(AudienceListBook lists, ListWorkbook workbook, IStringLocalizer<CampaignsText> text)
{
    /// <summary>Writes all lists in the order that an address asks for.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see promotions or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var list = AudienceListTable.Of(text);
        var state = list.Read(asked);
        await workbook.WriteAsync(actor, stream, (text["Lists"], text["Lists"]), list, state.Filter, asked.Columns, ListRows.OfAsync(list.Sorted(await lists.AllAsync(actor, ct), state)), ct);
    }
}
