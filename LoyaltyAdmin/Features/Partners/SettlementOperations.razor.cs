using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>The operations that a statement adds up, in the order of their processing.</summary>
public sealed partial class SettlementOperations
{
    private bool mayViewReceipts;

    [Inject] public required SettlementQueries Queries { get; init; }

    [Parameter, EditorRequired] public int SettlementId { get; set; }

    private IEnumerable<string> Figures => [Text["OperationCount", Shown!.Total]];

    protected override TableList<SettlementOperationRow, NoFilter> Describe() => SettlementsTable.Operations(Text, Units, SettlementId);

    protected override Task OpenAsync()
    {
        mayViewReceipts = Actor.May(Permission.ReceiptsView);
        return Task.CompletedTask;
    }

    protected override Task<Page<SettlementOperationRow>> ReadAsync(ListState<NoFilter> state, PageRequest page) =>
        Queries.OperationsAsync(Actor, SettlementId, page, Cancelled);
}
