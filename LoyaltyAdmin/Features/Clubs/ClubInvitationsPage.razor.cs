using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>The invitations into a club and what became of them.</summary>
public sealed partial class ClubInvitationsPage
{
    private Choice<InvitationState?>[] states = [];

    [Inject] public required ClubListQueries Queries { get; init; }

    [Parameter] public int Id { get; set; }

    private IEnumerable<string> Figures => [Text["Found", Shown!.Total]];

    protected override TableList<InvitationRow, InvitationFilter> Describe() => ClubTables.Invitations(Text, Id);

    protected override Task OpenAsync()
    {
        states = [new(Text["AnyState"], null), .. Enum.GetValues<InvitationState>().Select(s => new Choice<InvitationState?>(Text[$"Invitation.{s}"], s))];
        return Task.CompletedTask;
    }

    protected override Task<Page<InvitationRow>> ReadAsync(ListState<InvitationFilter> state, PageRequest page) =>
        Queries.InvitationsAsync(Actor, Id, state.Filter, page, Cancelled);

    private static string? StyleOf(InvitationState state) => state switch
    {
        InvitationState.Issued => "accent",
        InvitationState.Accepted => "good",
        _ => null,
    };
}
