using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>Subscriptions as a workbook.</summary>
public sealed class SubscriptionsExport(SubscriptionListQueries queries, PlanQueries plans, ListWorkbook workbook, IStringLocalizer<SubscriptionsText> text)
{
    /// <summary>Writes the workbook of the list that an address names.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not see members or may not export.</exception>
    public async Task WriteAsync(Actor actor, Stream stream, ListParameters asked, CancellationToken ct)
    {
        actor.Demand(Permission.ReportsExport);
        var names = (await plans.AllAsync(ct)).ToDictionary(p => (long)p.Id, p => p.Name);
        var list = SubscriptionsTable.List(text, id => names.GetValueOrDefault(id, "—"));
        var state = list.Read(asked);
        await workbook.WriteAsync(actor, stream, (text["Subscriptions"], text["Subscriptions"]), list, state.Filter, asked.Columns, queries.StreamAsync(actor, state.Filter, ct), ct);
    }
}
