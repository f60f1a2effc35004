using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>The closed clubs: how one gets in, what they give, who is in.</summary>
public sealed partial class ClubsPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private IReadOnlyList<ClubOverview>? clubs;
    private AccrualMode mode;
    private bool mayOpen;

    [Inject] public required ClubQueries Queries { get; init; }

    [Inject] public required ClubWords Words { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        mayOpen = actor.May(Permission.MembersView);
        mode = (await Timelines.GetAsync(Cancelled)).InForceAt(Clock.UtcNow).Conditions.Accrual.Mode;
        clubs = await Queries.OverviewAsync(actor, Cancelled);
    }
}
