using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>A marketer makes a club or changes one, and sees at once what a purchase gets by it and how one gets in.</summary>
public sealed partial class ClubFormPage
{
    private Club? club;
    private ProgramConditions? conditions;
    private int decimals;
    private ClubTerms terms = new() { Benefits = new() { DiscountPercent = 10 } };
    private ClubTerms? valid;
    private string name = "";
    private string key = "";
    private string title = "";
    private bool isOpen = true;
    private bool missing;

    [Inject] public required ClubQueries Queries { get; init; }

    [Inject] public required SaveClub Clubs { get; init; }

    [Inject] public required ClubWords Words { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required FormState Form { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>The club to change; null to make one.</summary>
    [Parameter] public int? Id { get; set; }

    /// <summary>What the example shows while something is wrong in the form.</summary>
    private ClubTerms LastValid => valid ?? new ClubTerms();

    protected override async Task OnParametersSetAsync()
    {
        if (conditions is not null)
        {
            return;
        }

        var timeline = await Timelines.GetAsync(Cancelled);
        decimals = timeline.Program.PointDecimals;
        if (Id is { } id)
        {
            club = (await Queries.FindAsync(await ActorAsync(), id, Cancelled))?.Club;
            missing = club is null;
            if (club is not null)
            {
                (name, title, key, isOpen, terms) = (club.Name, club.Name, club.Key, club.IsOpen, club.At(Clock.UtcNow).Terms);
            }
        }
        else
        {
            key = $"club-{(await Queries.OverviewAsync(await ActorAsync(), Cancelled)).Count + 1}";
        }

        valid = terms;
        conditions = timeline.InForceAt(Clock.UtcNow).Conditions;
    }

    private static ClubThreshold Usual => new(ClubMetric.Spend, 50_000m, 12);

    private static int Whole(decimal? number) => (int)Math.Clamp(number ?? 0, 0, 100_000_000);

    private void Set(Action change)
    {
        change();
        Form.IsChanged = true;
        if (!terms.Check().Any())
        {
            valid = terms;
        }
    }

    private async Task SaveAsync()
    {
        var order = new OfferOrder<ClubTerms> { Id = Id, Version = club?.Version ?? 0, Key = key.Trim(), Name = name, IsOpen = isOpen, Terms = terms };
        if (await Form.SaveAsync(Text["NotSaved"], () => Task.FromResult(SaveClub.Check(order)), async () => (await Clubs.ExecuteAsync(await ActorAsync(), order, Cancelled)).Rejection))
        {
            Refusals.Done(Text["ClubSaved"]);
            Navigation.NavigateTo("/plans/clubs");
        }
    }

    private Task AskBeforeLeavingAsync(LocationChangingContext context) => Form.AskBeforeLeavingAsync(context, Text["LeavePage"], Text["LeavePageQuestion"]);
}
