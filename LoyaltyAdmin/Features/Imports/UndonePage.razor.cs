using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>The sales and returns that went with an undone import.</summary>
public sealed partial class UndonePage
{
    [Inject] public required UndoneQueries Queries { get; init; }

    [Parameter] public int Id { get; set; }

    private IEnumerable<string> Figures => [Text["Undone.Count", Shown!.Total]];

    protected override TableList<UndoneRow, NoFilter> Describe() => UndoneTable.List(Text, Units.PointDecimals, Id);

    protected override Task<Page<UndoneRow>> ReadAsync(ListState<NoFilter> state, PageRequest page) => Queries.ListAsync(Actor, Id, page, Cancelled);
}
