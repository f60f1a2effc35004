using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Lists;

/// <summary>All personal lists.</summary>
public sealed partial class AudienceListsPage
{
    [Inject] public required AudienceListBook Lists { get; init; }

    protected override TableList<AudienceList, NoFilter> Describe() => AudienceListTable.Of(Text);

    protected override async Task<Page<AudienceList>> ReadAsync(ListState<NoFilter> state, PageRequest page)
    {
        var all = await Lists.AllAsync(Actor, Cancelled);
        return new Page<AudienceList>([.. Describe().Sorted(all, state).Skip(page.Skip).Take(page.Take)], all.Count);
    }
}
