using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>What stands above the lists of a club: what it is, how many are in it, and the way to invite.</summary>
public sealed partial class ClubHead
{
    private ClubOverview? club;
    private Actor? actor;
    private AccrualMode mode;
    private bool missing;

    [Inject] public required ClubQueries Queries { get; init; }

    [Inject] public required ClubWords Words { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required int Id { get; set; }

    [Parameter] public bool OnInvitations { get; set; }

    /// <summary>Told when somebody was invited.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        mode = (await Timelines.GetAsync(Cancelled)).InForceAt(Clock.UtcNow).Conditions.Accrual.Mode;
        await ReadAsync();
    }

    private async Task ReadAsync()
    {
        club = await Queries.FindAsync(actor!, Id, Cancelled);
        missing = club is null;
    }

    private async Task InviteAsync()
    {
        if (await InviteDialog.OpenAsync(Dialogs, Text["InviteTitle", club!.Club.Name], actor!, Id))
        {
            await ReadAsync();
            await Changed.InvokeAsync();
        }
    }
}
