using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Households;

/// <summary>All households: search and page are in the address.</summary>
public sealed partial class HouseholdsPage
{
    private int limit;

    [Inject] public required HouseholdQueries Queries { get; init; }

    private IEnumerable<string> Figures => [Text["Found", Formats.Number(Shown!.Total)]];

    protected override TableList<HouseholdRow, HouseholdFilter> Describe() => HouseholdsTable.List(Text, Units.PointDecimals);

    protected override async Task OpenAsync() => limit = await Queries.LimitAsync(Cancelled);

    protected override Task<Page<HouseholdRow>> ReadAsync(ListState<HouseholdFilter> state, PageRequest page) => Queries.ListAsync(Actor, state.Filter, page, Cancelled);
}
