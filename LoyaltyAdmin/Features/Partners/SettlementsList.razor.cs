using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>A partner's statements, a draft first, then the latest.</summary>
public sealed partial class SettlementsList
{
    [Inject] public required SettlementQueries Queries { get; init; }

    [Inject] public required PartnerWords Words { get; init; }

    [Parameter, EditorRequired] public int PartnerId { get; set; }

    private IEnumerable<string> Figures => [Text["StatementCount", Shown!.Total]];

    protected override TableList<SettlementRow, NoFilter> Describe() => SettlementsTable.List(Text, Units, PartnerId);

    protected override Task<Page<SettlementRow>> ReadAsync(ListState<NoFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, PartnerId, page, Cancelled);
}
