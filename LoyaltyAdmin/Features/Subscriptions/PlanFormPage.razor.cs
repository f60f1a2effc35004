using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>A marketer makes a plan or changes one, and sees at once what a purchase gets by it and when it pays back.</summary>
public sealed partial class PlanFormPage
{
    private SubscriptionPlan? plan;
    private ProgramConditions? conditions;
    private int decimals;
    private PlanTerms terms = new() { Benefits = new() { DiscountPercent = 5 }, Fee = Money.Of(199m), TrialDays = 14 };
    private PlanTerms? valid;
    private string name = "";
    private string key = "";
    private string title = "";
    private bool isSold = true;
    private bool missing;

    [Inject] public required PlanQueries Queries { get; init; }

    [Inject] public required SavePlan Plans { get; init; }

    [Inject] public required BenefitWords Words { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required FormState Form { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>The plan to change; null to make one.</summary>
    [Parameter] public int? Id { get; set; }

    /// <summary>What the example shows while something is wrong in the form.</summary>
    private PlanTerms LastValid => valid ?? new PlanTerms();

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
            plan = await Queries.FindAsync(id, Cancelled);
            missing = plan is null;
            if (plan is not null)
            {
                (name, title, key, isSold, terms) = (plan.Name, plan.Name, plan.Key, plan.IsSold, plan.At(Clock.UtcNow).Terms);
            }
        }
        else
        {
            key = $"plan-{(await Queries.AllAsync(Cancelled)).Count + 1}";
        }

        valid = terms;
        conditions = timeline.InForceAt(Clock.UtcNow).Conditions;
    }

    private static int Whole(decimal? number) => (int)Math.Clamp(number ?? 0, 0, 100_000);

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
        var order = new OfferOrder<PlanTerms> { Id = Id, Version = plan?.Version ?? 0, Key = key.Trim(), Name = name, IsOpen = isSold, Terms = terms };
        if (await Form.SaveAsync(Text["NotSaved"], () => Task.FromResult(SavePlan.Check(order)), async () => (await Plans.ExecuteAsync(await ActorAsync(), order, Cancelled)).Rejection))
        {
            Refusals.Done(Text["PlanSaved"]);
            Navigation.NavigateTo("/plans");
        }
    }

    private Task AskBeforeLeavingAsync(LocationChangingContext context) => Form.AskBeforeLeavingAsync(context, Text["Leave"], Text["LeaveQuestion"]);
}
