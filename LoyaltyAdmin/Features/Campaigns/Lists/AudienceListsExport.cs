using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Campaigns.Lists;

/// <summary>The personal lists as a workbook.</summary>
public sealed class AudienceListsExport(AudienceListBook lists, IDbContextFactory<LoyaltyDbContext> databases, ListWorkbook workbook, IStringLocalizer<CampaignsText> text)
{
    /// <summary>Writes who is on a list, by number and external id.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see promotions or may not export.</exception>
    public async Task WriteMembersAsync(Actor actor, Stream stream, AudienceList list, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        var table = AudienceListTable.Members(text, list.Id);
        await using var db = await databases.CreateDbContextAsync(ct);
        var rows = from member in db.AudienceListMembers.AsNoTracking()
                   where member.ListId == list.Id
                   orderby member.MemberId
                   select new ListedMember(member.MemberId, db.Members.Where(m => m.Id == member.MemberId).Select(m => m.ExternalId).FirstOrDefault());
        await workbook.WriteAsync(actor, stream, (list.Name, text["Members"]), table, new NoFilter(), asked.Columns, rows.AsAsyncEnumerable(), ct);
    }

    /// <summary>Writes all lists in the order that an address asks for.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see promotions or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        var list = AudienceListTable.Of(text);
        var state = list.Read(asked);
        await workbook.WriteAsync(actor, stream, (text["Lists"], text["Lists"]), list, state.Filter, asked.Columns, ListRows.OfAsync(list.Sorted(await lists.AllAsync(actor, ct), state)), ct);
    }
}
