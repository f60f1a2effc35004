using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>The paid plans: what they cost and give, who has them and what that brings both sides.</summary>
public sealed partial class PlansPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private IReadOnlyList<PlanOverview>? plans;
    private AccrualMode mode;

    [Inject] public required PlanQueries Queries { get; init; }

    [Inject] public required BenefitWords Words { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        mode = (await Timelines.GetAsync(Cancelled)).InForceAt(Clock.UtcNow).Conditions.Accrual.Mode;
        plans = await Queries.OverviewAsync(actor, Cancelled);
    }

    private string Rules(PlanTerms terms) => string.Join(" · ", new[]
    {
        terms.TrialDays > 0 ? Text["TrialRule", Words.Days(terms.TrialDays)].Value : Text["NoTrialRule"].Value,
        terms.GraceDays > 0 ? Text["GraceRule", Words.Days(terms.GraceDays)].Value : Text["NoGraceRule"].Value,
    });
}
