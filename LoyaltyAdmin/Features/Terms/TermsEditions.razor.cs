using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>How the terms read before, the latest first.</summary>
public sealed partial class TermsEditions
{
    [Inject] public required TermsQueries Queries { get; init; }

    private IEnumerable<string> Figures => [Text["Editions.Count", Shown!.Total]];

    protected override TableList<TermsRow, NoFilter> Describe() => TermsTable.List(Text);

    protected override Task<Page<TermsRow>> ReadAsync(ListState<NoFilter> state, PageRequest page) => Queries.ListAsync(Actor, page, Cancelled);
}
