using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>The clubs that a member is in or invited into, and what can be done; nothing where there is none of these.</summary>
public sealed partial class MemberClubsCard
{
    private IReadOnlyList<MemberClub> clubs = [];
    private IReadOnlyList<ClubOverview> invitable = [];
    private Actor? actor;
    private AccrualMode mode;
    private bool mayManage;
    private int chosen;
    private long shown;

    [Inject] public required ClubQueries Queries { get; init; }

    [Inject] public required InviteMembers Inviting { get; init; }

    [Inject] public required AnswerInvitation Answers { get; init; }

    [Inject] public required ChangePlace Places { get; init; }

    [Inject] public required ClubWords Words { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required long MemberId { get; set; }

    /// <summary>Told when something was done.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (shown != MemberId)
        {
            shown = MemberId;
            actor = await ActorAsync();
            mayManage = actor.May(Permission.ClubsManage);
            mode = (await Timelines.GetAsync(Cancelled)).InForceAt(Clock.UtcNow).Conditions.Accrual.Mode;
            await ReadAsync();
        }
    }

    private async Task ReadAsync()
    {
        clubs = [.. (await Queries.OfMemberAsync(MemberId, Cancelled)).Where(c => c.Standing != ClubStanding.Outside)];
        var known = clubs.Select(c => c.ClubId).ToHashSet();
        invitable = mayManage && actor!.May(Permission.ProgramView)
            ? [.. (await Queries.OverviewAsync(actor, Cancelled)).Where(c => c.Club.IsOpen && c.Terms.ByInvitation && !known.Contains(c.Club.Id))]
            : [];
        chosen = invitable.Count > 0 ? invitable[0].Club.Id : 0;
    }

    private async Task InviteAsync()
    {
        var invited = await Inviting.ExecuteAsync(actor!, chosen, MemberId, Cancelled);
        await ShowAsync(invited.Rejection);
    }

    private async Task DoAsync(Task<Result<AnswerInvitation.Answered>> work) => await ShowAsync((await work).Rejection);

    private async Task DoAsync(Task<Rejection?> work) => await ShowAsync(await work);

    private async Task ShowAsync(Rejection? rejection)
    {
        if (rejection is not null)
        {
            Refusals.Show(rejection);
            return;
        }

        await ReadAsync();
        StateHasChanged();
        await Changed.InvokeAsync();
        Refusals.Done(Text["Noted"]);
    }
}
