using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Households;

/// <summary>Households as a workbook.</summary>
public sealed class HouseholdsExport(HouseholdQueries queries, ListWorkbook workbook, IStringLocalizer<HouseholdsText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see members or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);
        actor.Demand(Permission.ReportsExport);
        var list = HouseholdsTable.List(text, (await workbook.UnitsAsync(ct)).PointDecimals);
        var filter = list.Read(asked).Filter;
        await workbook.WriteAsync(actor, stream, (text["Title"], text["Title"]), list, filter, asked.Columns, queries.StreamAsync(actor, filter, ct), ct);
    }
}
