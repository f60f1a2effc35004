using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>One partner: what is agreed, its tills' keys, what is open and what was settled.</summary>
public sealed partial class PartnerPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private PartnerDetails? details;
    private bool missing;
    private int listed;

    [Inject] public required PartnerQueries Queries { get; init; }

    [Inject] public required PartnerWords Words { get; init; }

    [Inject] public required SavePartner Save { get; init; }

    [Inject] public required RevokeApiKey Revoke { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required AuditWords People { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public int Id { get; set; }

    private bool mayEdit => actor.May(Permission.PartnersEdit);

    private bool maySettle => actor.May(Permission.SettlementsClose);

    private IEnumerable<(string Name, string Value)> Facts => new (string Key, string Value)[]
    {
        ("LegalName", details!.Partner.LegalName), ("TaxNumber", details.Partner.TaxNumber), ("Contact", details.Partner.Contact),
        ("Since", Formats.Date(details.Partner.CreatedAt, Units.Zone)),
    }.Where(f => f.Value.Length > 0).Select(f => (Text[f.Key].Value, f.Value));

    protected override async Task OnParametersSetAsync()
    {
        actor = await ActorAsync();
        await LoadAsync();
    }

    private async Task LoadAsync()
    {
        details = await Queries.DetailsAsync(actor, Id, Cancelled);
        missing = details is null;
        StateHasChanged();
    }

    private static string IconOf(PartnerState state) => state switch
    {
        PartnerState.Open => "play_arrow",
        PartnerState.Paused => "pause",
        _ => "block",
    };

    /// <summary>Net points can be below zero when more came back than went: shown without a sign they would lie, so nothing is shown.</summary>
    private Points Sum(Func<SettlementLine, long> of) => new(Math.Max(0, details!.Lines.Sum(of)));

    private async Task ChangeAsync()
    {
        if (await PartnerDialog.OpenAsync(Dialogs, Text["Change"], actor, details!.Partner) is not null)
        {
            await LoadAsync();
        }
    }

    private async Task MoveAsync(PartnerState state, string? reason)
    {
        if (await Save.MoveAsync(actor, Id, state, reason, Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
        }

        await LoadAsync();
    }

    private async Task AddKeyAsync()
    {
        await Dialogs.OpenAsync<NewApiKeyDialog>(
            Text["NewKey"], new Dictionary<string, object?> { [nameof(NewApiKeyDialog.PartnerId)] = Id }!, new DialogOptions { Width = "min(560px, 94vw)" });
        await LoadAsync();
    }

    private async Task RevokeAsync(int key)
    {
        if (await Revoke.ExecuteAsync(actor, key, Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
        }

        await LoadAsync();
    }

    private async Task DraftAsync()
    {
        if (await NewStatementDialog.OpenAsync(Dialogs, Text["NewStatement"], actor, details!) is { } id)
        {
            Navigation.NavigateTo($"/settlements/{id}");
        }
    }

    private async Task AdjustAsync()
    {
        if (await AdjustmentDialog.OpenAsync(Dialogs, Text["NewAdjustment"], actor, Id, Units))
        {
            listed++;
            await LoadAsync();
        }
    }
}
