using System.Globalization;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>The keys by which machines call, and their history.</summary>
public sealed partial class ApiKeysPage
{
    private Choice<bool?>[] states = [];

    [Inject] public required ApiKeyQueries Queries { get; init; }

    [Inject] public required RevokeApiKey Revoke { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    private IEnumerable<string> Figures => [Text["CountKeys", Shown!.Total]];

    protected override TableList<ApiKeyRow, ApiKeyFilter> Describe() => ApiKeysTable.List(Text, People);

    protected override Task OpenAsync()
    {
        states = [new(Text["AllStates"], null), new(Text["InForce"], false), new(Text["Revoked"], true)];
        return Task.CompletedTask;
    }

    protected override Task<Page<ApiKeyRow>> ReadAsync(ListState<ApiKeyFilter> state, PageRequest page) =>
        Queries.ListAsync(Actor, state.Filter, state.By<ApiKeySort>(), state.Descending, page, Cancelled);

    private async Task AddAsync()
    {
        await Dialogs.OpenAsync<NewApiKeyDialog>(Text["Add"], [], new DialogOptions { Width = "min(560px, 94vw)" });
        await ReloadAsync();
    }

    private async Task ShowHistoryAsync(ApiKeyRow key) => await Dialogs.OpenAsync<AuditTrail>(
        key.Name,
        new Dictionary<string, object?> { [nameof(AuditTrail.Subject)] = "ApiKey", [nameof(AuditTrail.SubjectId)] = key.Id.ToString(CultureInfo.InvariantCulture) },
        new DialogOptions { Width = "min(560px, 94vw)", CloseDialogOnEsc = true });

    private async Task RevokeAsync(ApiKeyRow key)
    {
        if (await Revoke.ExecuteAsync(await ActorAsync(), key.Id, Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        Refusals.Done(Text["Revoked.Done", key.Name]);
        await ReloadAsync();
    }
}
