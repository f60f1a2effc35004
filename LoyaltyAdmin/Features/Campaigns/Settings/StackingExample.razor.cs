using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Settings;

/// <summary>What a policy does to one receipt with three campaigns: without a group, and in each of its groups.</summary>
public sealed partial class StackingExample
{
    private ProgramVersion? version;
    private ProgramCalendar? calendar;

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    /// <summary>The policy as it is written now.</summary>
    [Parameter, EditorRequired] public required StackingPolicy Policy { get; set; }

    private IEnumerable<(string Name, StackingSample.Outcome Outcome)> Rows =>
        Flat(Policy.Groups).DistinctBy(g => g.Key).Select(g => ((string?)g.Key, Text["SampleGroup", g.Name, Text[$"Choice.GroupMode.{g.Mode}"]].Value))
            .Prepend((null, Text["SampleNoGroup"].Value))
            .Select(row => (row.Item2, StackingSample.Of(Policy, row.Item1, version!, calendar!, Clock.UtcNow)));

    protected override async Task OnInitializedAsync()
    {
        var timelines = await Timelines.GetAsync(Cancelled);
        (version, calendar) = (timelines.InForceAt(Clock.UtcNow), timelines.CalendarAt(Clock.UtcNow));
    }

    private string Campaign(string key) => key switch
    {
        "five" => "−" + Formats.Money(5m, Units.Currency),
        "ten" => "−" + CampaignFigures.Percent(10m),
        _ => "−" + CampaignFigures.Percent(30m),
    };

    private static IEnumerable<StackingGroup> Flat(IEnumerable<StackingGroup> groups) => groups.SelectMany(g => Flat(g.Groups).Prepend(g));
}
