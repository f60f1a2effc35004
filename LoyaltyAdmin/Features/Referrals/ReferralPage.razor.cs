using System.Globalization;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Charts;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>The terms of bringing friends, what it brought, and who brought whom.</summary>
public sealed partial class ReferralPage
{
    private ReferralFigures? figures;
    private ProgramConditions? conditions;
    private ChartOptions? chart;
    private int version;
    private int? draftNumber;
    private bool mayEdit;

    [Inject] public required ReferralQueries Queries { get; init; }

    [Inject] public required ProgramQueries Programs { get; init; }

    [Inject] public required ConditionsWords Words { get; init; }

    /// <summary>Nothing is promised and nothing ever was.</summary>
    private bool IsEmpty => !conditions!.Referral.Enabled && figures!.States.Count == 0;

    private IEnumerable<(string Name, string Value, string Help)> Tiles =>
    [
        (Text["Codes"], Formats.Number(figures!.Codes, 0), Text["CodesHelp"]),
        (Text["Friends"], Formats.Number(figures.Friends, 0), Text["FriendsHelp"]),
        (Text["Buyers"], Formats.Number(figures.Buyers, 0), Text["BuyersHelp", Formats.Number(figures.Of(ReferralState.Waiting), 0)]),
        (Text["Rewarded"], Formats.Number(figures.Of(ReferralState.Rewarded), 0), Text["RewardedHelp", Formats.Points(figures.Points, Units)]),
        (Text["Revenue"], Formats.Money(figures.RevenueMinor / 100m, Units.Currency), Text["RevenueHelp"]),
        (Text["CostPerClient"], figures.CostPerClient is { } cost ? Formats.Money(cost, Units.Currency) : "—", Text["CostPerClientHelp"]),
    ];

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        mayEdit = actor.May(Permission.ProgramEdit);
        var overview = await Programs.OverviewAsync(actor, Cancelled);
        conditions = overview.InForce.Conditions;
        version = overview.InForce.Number;
        draftNumber = overview.DraftVersion is { } draft && draft.Conditions.Referral != conditions.Referral ? draft.Number : null;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        figures = await Queries.FiguresAsync(Cancelled);
        chart = new ChartOptions
        {
            Title = Text["ByMonth"],
            Kind = ChartKind.Column,
            Categories = [.. figures.Months.Select(m => m.Month.ToString("MMM yy", CultureInfo.CurrentCulture))],
            Series =
            [
                new ChartSeries(Text["Friends"], ChartColor.Indigo, [.. figures.Months.Select(m => (decimal?)m.Joined)]),
                new ChartSeries(Text["Rewarded"], ChartColor.Teal, [.. figures.Months.Select(m => (decimal?)m.Rewarded)]),
            ],
            LastIncomplete = true,
        };
    }
}
