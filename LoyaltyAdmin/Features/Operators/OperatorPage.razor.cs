using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>One user: roles, access, and what was changed about it.</summary>
public sealed partial class OperatorPage
{
    private AuditTrail? trail;
    private OperatorRow? row;
    private HashSet<string> roles = [];
    private string password = "";
    private bool missing;

    [Parameter] public Guid Id { get; set; }

    [Inject] public required OperatorQueries Queries { get; init; }

    [Inject] public required ChangeRoles ChangeRoles { get; init; }

    [Inject] public required SwitchOperator Switch { get; init; }

    [Inject] public required ResetPassword Reset { get; init; }

    [Inject] public required UnlockOperator Unlock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    protected override async Task OnParametersSetAsync()
    {
        row = await Queries.FindAsync(await ActorAsync(), Id, Cancelled);
        roles = [.. row?.Roles ?? []];
        missing = row is null;
    }

    private Task<bool> SaveRolesAsync(string? reason) =>
        DoAsync(actor => ChangeRoles.ExecuteAsync(actor, Id, [.. roles], Cancelled), Text["RolesSaved"]);

    private Task<bool> SwitchAsync(bool enabled, string? reason) =>
        DoAsync(actor => Switch.ExecuteAsync(actor, Id, enabled, reason, Cancelled), Text[enabled ? "Done.Enabled" : "Done.Disabled", row!.Name]);

    private Task<bool> UnlockAsync(string? reason) =>
        DoAsync(actor => Unlock.ExecuteAsync(actor, Id, Cancelled), Text["Done.Unlocked", row!.Name]);

    private async Task ResetPasswordAsync(string? reason)
    {
        if (await DoAsync(actor => Reset.ExecuteAsync(actor, Id, password, Cancelled), Text["Done.Password"]))
        {
            password = "";
        }
    }

    private async Task<bool> DoAsync(Func<Actor, Task<Rejection?>> change, string done)
    {
        if (await change(await ActorAsync()) is { } rejection)
        {
            Refusals.Show(rejection);
            return false;
        }

        Refusals.Done(done);
        await OnParametersSetAsync();
        await (trail?.ReloadAsync() ?? Task.CompletedTask);
        StateHasChanged();
        return true;
    }
}
