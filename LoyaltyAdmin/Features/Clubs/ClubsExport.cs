using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>The members and the invitations of a club as workbooks.</summary>
public sealed class ClubsExport(ClubListQueries queries, ListWorkbook workbook, IStringLocalizer<ClubsText> text)
{
    /// <summary>Writes the members of a club that an address asks for.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see members or may not export.</exception>
    public async Task WritePlacesAsync(Actor actor, Stream stream, int club, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var list = ClubTables.Places(text, club);
        var filter = list.Read(asked).Filter;
        await workbook.WriteAsync(actor, stream, (text["Members"], text["Members"]), list, filter, asked.Columns, queries.StreamPlacesAsync(actor, club, filter, ct), ct);
    }

    /// <summary>Writes the invitations of a club that an address asks for.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see members or may not export.</exception>
    public async Task WriteInvitationsAsync(Actor actor, Stream stream, int club, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var list = ClubTables.Invitations(text, club);
        var filter = list.Read(asked).Filter;
        await workbook.WriteAsync(actor, stream, (text["Invitations"], text["Invitations"]), list, filter, asked.Columns, queries.StreamInvitationsAsync(actor, club, filter, ct), ct);
    }
}
