using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>A marketer makes a club or changes one, and sees at once what a purchase gets by it and how one gets in.</summary>
public sealed partial class ClubFormPage
{
    private readonly HashSet<string> unreadable = [];
    private readonly Dictionary<string, string> errors = [];
    private Club? club;
    private ProgramConditions? conditions;
    private int decimals;
    private ClubTerms terms = new() { Benefits = new() { DiscountPercent = 10 } };
    private ClubTerms? valid;
    private string name = "";
    private string key = "";
    private string title = "";
    private bool isOpen = true;
    private string? general;
    private bool missing;
    private bool changed;
    private bool busy;

    [Inject] public required ClubQueries Queries { get; init; }

    [Inject] public required SaveClub Clubs { get; init; }

    [Inject] public required ClubWords Words { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

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

    private string? Error(string field) => errors.GetValueOrDefault(field);

    private void Set(Action change)
    {
        change();
        changed = true;
        if (!terms.Check().Any())
        {
            valid = terms;
        }
    }

    private async Task SaveAsync()
    {
        if (busy || unreadable.Count > 0)
        {
            return;
        }

        busy = true;
        errors.Clear();
        general = null;
        try
        {
            var order = new SaveClub.Order { Id = Id, Version = club?.Version ?? 0, Key = key.Trim(), Name = name, IsOpen = isOpen, Terms = terms };
            foreach (var wrong in SaveClub.Check(order))
            {
                errors.TryAdd(wrong.Field!, Refusals.TextOf(wrong));
            }

            if (errors.Count > 0)
            {
                general = Text["NotSaved"];
            }
            else if (!(await Clubs.ExecuteAsync(await ActorAsync(), order, Cancelled)).Accepted(out _, out var rejection))
            {
                _ = rejection.Field is { } field && errors.TryAdd(field, Refusals.TextOf(rejection));
                general = rejection.Field is null ? Refusals.TextOf(rejection) : Text["NotSaved"];
            }
            else
            {
                changed = false;
                Refusals.Done(Text["ClubSaved"]);
                Navigation.NavigateTo("/plans/clubs");
            }
        }
        finally
        {
            busy = false;
        }
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext context)
    {
        if (changed && await ConfirmDialog.AskAsync(Dialogs, Text["LeavePage"], Text["LeavePageQuestion"]) is null)
        {
            context.PreventNavigation();
        }
    }
}
