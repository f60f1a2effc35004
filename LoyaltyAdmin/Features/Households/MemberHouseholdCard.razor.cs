using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Households;

/// <summary>The household of a member, or the way to one; nothing where there is none and none can be made.</summary>
public sealed partial class MemberHouseholdCard
{
    private HouseholdDetails? household;
    private Actor? actor;
    private bool mayMake;
    private int limit;
    private long shown;

    [Inject] public required HouseholdQueries Queries { get; init; }

    [Inject] public required MakeHousehold Making { get; init; }

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
            limit = await Queries.LimitAsync(Cancelled);
            mayMake = limit > 0 && actor.May(Permission.MembersEdit);
            household = await Queries.OfMemberAsync(MemberId, Cancelled);
        }
    }

    private async Task MakeAsync(string? reason)
    {
        if ((await Making.ExecuteAsync(actor!, MemberId, [], Cancelled)).Rejection is { } rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        await ChangedAsync();
    }

    private async Task ChangedAsync()
    {
        household = await Queries.OfMemberAsync(MemberId, Cancelled);
        StateHasChanged();
        await Changed.InvokeAsync();
    }
}
