using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns.Words;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>A marketer composes a campaign: a new one, from a template or empty, or other terms of one that there is.</summary>
public sealed partial class CampaignFormPage
{
    private CampaignForm? form;
    private Actor actor = new("", new HashSet<Permission>());
    private int? written;
    private string title = "";
    private string? missing;
    private string? general;
    private int revision;
    private bool beside;
    private bool reopens;
    private bool kept;

    [Inject] public required CampaignQueries Queries { get; init; }

    [Inject] public required CampaignAudiences Audiences { get; init; }

    [Inject] public required PromotionSettingsStore Settings { get; init; }

    [Inject] public required CampaignDrafts Drafts { get; init; }

    [Inject] public required WriteCampaign Writing { get; init; }

    [Inject] public required MoveCampaign Moving { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>The campaign to change; null to make one.</summary>
    [Parameter] public int? Id { get; set; }

    /// <summary>Of a new one: the template of the gallery to begin with.</summary>
    [SupplyParameterFromQuery(Name = "template")] public string? Template { get; set; }

    private IReadOnlyList<Crumb> Crumbs => Id is null ? [new Crumb(Text["Title"], "/campaigns")] : [new Crumb(Text["Title"], "/campaigns"), new Crumb(title, $"/campaigns/{Id}")];

    private string Back => Id is { } id ? $"/campaigns/{id}" : "/campaigns/gallery";

    protected override async Task OnParametersSetAsync()
    {
        if (form is not null || missing is not null)
        {
            return;
        }

        actor = await ActorAsync();
        WriteCampaign.Draft draft;
        if (Id is { } id)
        {
            var row = await Queries.FindAsync(actor, id, Cancelled);
            if (row is not { Campaign.EndedAt: null })
            {
                missing = row is null ? "NotFound" : "EndedForGood";
                return;
            }

            var version = row.Campaign.Open ?? row.Shown;
            draft = new WriteCampaign.Draft { Key = row.Campaign.Key, Name = version.Name, Goal = row.Campaign.Goal, Terms = version.Terms };
            (written, revision, title, beside) = (id, row.Campaign.Revision, row.Campaign.Name, row.Campaign.Live is not null);
            reopens = row.Campaign.Open is { State: not CampaignVersionState.Draft };
        }
        else
        {
            draft = await Drafts.BeginAsync(actor, Template, Cancelled);
        }

        form = await OpenAsync(draft);
        form.Changed += Redraw;
    }

    private async Task<CampaignForm> OpenAsync(WriteCampaign.Draft draft)
    {
        var keys = await Audiences.KeysAsync(Cancelled);
        var now = Clock.UtcNow;
        return new CampaignForm(draft, Id is null, Refusals)
        {
            Keys = keys,
            Policy = (await Settings.GetAsync(actor, Cancelled)).Policy,
            Words = new CampaignWords(Text, Units, keys),
            Today = (await Timelines.GetAsync(Cancelled)).CalendarAt(now).DayOf(now),
        };
    }

    private async Task SaveAsync(bool submit)
    {
        general = null;
        var draft = form!.Draft();
        var saved = written is { } id
            ? await Writing.RewriteAsync(actor, id, revision, draft, Cancelled)
            : await Writing.CreateAsync(actor, draft, Cancelled);
        if (!saved.Accepted(out var number, out var rejection))
        {
            Tell(rejection);
            return;
        }

        revision = written is null ? 0 : revision + 1;
        written = number;
        form.Keep();
        var isDone = !submit || await SubmitAsync(number);
        kept = true;
        if (!isDone)
        {
            return;
        }

        if (!submit)
        {
            Refusals.Done(Text["Saved"]);
        }

        Navigation.NavigateTo($"/campaigns/{number}");
    }

    private void Redraw()
    {
        kept = false;
        StateHasChanged();
    }

    private async Task<bool> SubmitAsync(int number)
    {
        if ((await Moving.SubmitAsync(actor, number, revision, Cancelled)).Accepted(out var submitted, out var rejection))
        {
            Refusals.Done(Text[submitted.Above.Count == 0 ? "ApprovedAtOnce" : "SentForApproval"]);
            return true;
        }

        Tell(rejection);
        return false;
    }

    private void Tell(Rejection rejection)
    {
        general = rejection.Field is null ? Refusals.TextOf(rejection) : Text["NotSaved"];
        form!.Refuse(rejection);
        StateHasChanged();
    }

    private async Task AskBeforeLeavingAsync(LocationChangingContext context)
    {
        if (!kept && form!.IsDirty && !IsHere(context.TargetLocation) && await ConfirmDialog.AskAsync(Dialogs, Text["LeavePage"], Text["LeavePageQuestion"]) is null)
        {
            context.PreventNavigation();
        }
    }

    /// <summary>A jump to a card of this page leaves nothing.</summary>
    private bool IsHere(string target) => Navigation.ToAbsoluteUri(target).AbsolutePath == new Uri(Navigation.Uri).AbsolutePath;
}
