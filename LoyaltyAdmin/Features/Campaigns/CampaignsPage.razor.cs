using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>All campaigns with their state and what is used up of them.</summary>
public sealed partial class CampaignsPage
{
    private Choice<CampaignStatus?>[] statuses = [];
    private Choice<BudgetBlock?>[] blocks = [];
    private CampaignWords? words;
    private (long Uses, long Points, long Money) sums;

    [Inject] public required CampaignQueries Queries { get; init; }

    [Inject] public required CampaignAudiences Audiences { get; init; }

    private IEnumerable<string> Figures =>
    [
        words!.Figures.Count(Shown!.Total, "Campaign"),
        words.Figures.Count(sums.Uses, "Use"),
        Formats.Points(sums.Points, Units),
        Formats.Money(new Domain.Values.Money(sums.Money), Units.Currency),
    ];

    protected override async Task OpenAsync()
    {
        words = new CampaignWords(Text, Units, await Audiences.KeysAsync(Cancelled));
        statuses = [new(Text["AllStatuses"], null), .. Enum.GetValues<CampaignStatus>().Select(s => new Choice<CampaignStatus?>(Text[$"Status.{s}"], s))];
        blocks = [new(Text["AllBlocks"], null), .. Enum.GetValues<BudgetBlock>().Select(b => new Choice<BudgetBlock?>(Text[$"Choice.BudgetBlock.{b}"], b))];
    }

    protected override TableList<CampaignRow, CampaignFilter> Describe() => CampaignTables.Campaigns(Text, words!, Units);

    protected override async Task<Page<CampaignRow>> ReadAsync(ListState<CampaignFilter> state, PageRequest page)
    {
        var found = (await Queries.ListAsync(Actor, Cancelled)).Where(state.Filter.Takes).ToList();
        sums = (found.Sum(r => r.Total.Uses), found.Sum(r => r.Total.Points.Value), found.Sum(r => r.Total.Money.Minor));
        return new Page<CampaignRow>([.. Describe().Sorted(found, state).Skip(page.Skip).Take(page.Take)], found.Count);
    }
}
