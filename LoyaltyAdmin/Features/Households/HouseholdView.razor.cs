using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Households;

/// <summary>Who belongs to a household, what each has and all have, and what staff can do with it.</summary>
public sealed partial class HouseholdView
{
    private Actor? actor;
    private bool mayEdit;
    private bool busy;
    private int limit;
    private string typed = "";

    [Inject] public required HouseholdQueries Queries { get; init; }

    [Inject] public required JoinHousehold Joining { get; init; }

    [Inject] public required LeaveHousehold Leaving { get; init; }

    [Inject] public required NameHead Heads { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required HouseholdDetails Household { get; set; }

    /// <summary>The member on whose page it is shown; null elsewhere.</summary>
    [Parameter] public long? ShownOn { get; set; }

    /// <summary>Told when something was done.</summary>
    [Parameter] public EventCallback Changed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        limit = await Queries.LimitAsync(Cancelled);
        mayEdit = actor.May(Permission.MembersEdit);
    }

    private async Task AddAsync()
    {
        if (busy || typed.Trim().Length == 0)
        {
            return;
        }

        busy = true;
        try
        {
            if (await Queries.FindMemberAsync(typed, Cancelled) is not { } member)
            {
                Refusals.Show(new Rejection("Households.NobodyFound", typed.Trim()));
                return;
            }

            await ShowAsync((await Joining.ExecuteAsync(actor!, Household.Id, member, Cancelled)).Rejection, Text["Added"]);
        }
        finally
        {
            busy = false;
        }
    }

    private async Task HeadAsync(HouseholdMember member) =>
        await ShowAsync((await Heads.ExecuteAsync(actor!, Household.Id, member.Id, Cancelled)).Rejection, Text["HeadNamed", member.Name]);

    private async Task RemoveAsync(HouseholdMember member, string? reason) =>
        await ShowAsync((await Leaving.ExecuteAsync(actor!, Household.Id, member.Id, reason, Cancelled)).Rejection, Text["Removed", member.Name]);

    private async Task DissolveAsync(string? reason) =>
        await ShowAsync((await Leaving.DissolveAsync(actor!, Household.Id, reason, Cancelled)).Rejection, Text["Dissolved"]);

    private async Task ShowAsync(Rejection? rejection, string done)
    {
        if (rejection is not null)
        {
            Refusals.Show(rejection);
            return;
        }

        typed = "";
        Refusals.Done(done);
        await Changed.InvokeAsync();
        StateHasChanged();
    }
}
