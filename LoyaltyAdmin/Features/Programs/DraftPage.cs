using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Programs.Editor;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.Localization;
using Radzen;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>A page that edits a part of the one draft of the conditions, saves it and publishes it.</summary>
public abstract class DraftPage : CancellablePage
{
    protected DraftForm? Form { get; private set; }

    /// <summary>The draft as it is stored; null while there is none.</summary>
    protected DraftRead? Read { get; private set; }

    protected ProgramOverview? Overview { get; private set; }

    /// <summary>Number of the version that the draft will be.</summary>
    protected int Number { get; private set; }

    protected bool MayPublish { get; private set; }

    [Inject] public required IStringLocalizer<ProgramsText> Text { get; init; }

    [Inject] public required ProgramQueries Queries { get; init; }

    [Inject] public required EditDraft Edit { get; init; }

    [Inject] public required DiscardDraft Discard { get; init; }

    [Inject] public required IJobServer Jobs { get; init; }

    [Inject] public required BusinessClock Clock { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>Number of a version whose conditions the draft shall take over.</summary>
    [SupplyParameterFromQuery] public int? From { get; set; }

    /// <summary>Where to go when the draft is published or discarded.</summary>
    protected abstract string Home { get; }

    /// <summary>While other versions wait, even the conditions in force are worth a publication: they would end those.</summary>
    protected ProgramConditions? Replaced => Overview is { } all && !all.Scheduled.Any() ? all.InForce.Conditions : null;

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        MayPublish = actor.May(Permission.ProgramPublish);
        Overview = await Queries.OverviewAsync(actor, Cancelled);
        Read = Overview.Draft;
        Number = Read?.Number ?? (Overview.Versions.Max(v => v.Number) + 1);
        var inForce = Overview.InForce.Conditions;
        Form = new DraftForm(Overview.DraftVersion?.Conditions ?? inForce, inForce, Overview.PointDecimals, Overview.DecimalsFixed);
        if (Overview.Versions.FirstOrDefault(v => v.Number == From) is { } source)
        {
            Form.Set(source.Conditions);
        }

        Form.Changed += StateHasChanged;
    }

    /// <summary>Saves the draft and says so.</summary>
    protected async Task SaveAsync()
    {
        if (await TrySaveAsync())
        {
            Refusals.Done(Text["Draft.Saved"]);
        }
    }

    private async Task<bool> TrySaveAsync()
    {
        var conditions = Form!.Conditions;
        var saved = await Edit.ExecuteAsync(await ActorAsync(), Read, conditions, Cancelled);
        if (!saved.Accepted(out var draft, out var rejection))
        {
            Refusals.Show(rejection);
            return false;
        }

        (Read, Number) = (draft, draft.Number);
        Form.Accept(conditions);
        return true;
    }

    /// <summary>Saves what is not saved, then asks from when on and why.</summary>
    protected async Task PublishAsync()
    {
        if ((Read is not null && !Form!.Dirty) || await TrySaveAsync())
        {
            var published = await PublishDialog.AskAsync(Dialogs, Text, Read!, Overview!, Form!, await ActorAsync(), Units);
            if (published is not null)
            {
                await FollowAsync(published);
                Refusals.Done(Text["Published", published.Number, Formats.Instant(published.EffectiveFrom, Units.Zone)]);
                await LeaveAsync(published);
            }
        }
    }

    /// <summary>What comes after a publication: the page that the draft belongs to.</summary>
    protected virtual Task LeaveAsync(PublishDraft.Published published)
    {
        Navigation.NavigateTo(Home);
        return Task.CompletedTask;
    }

    /// <summary>What is in force at once is not left to the night: the terms are kept, and members placed on another ladder.</summary>
    private async Task FollowAsync(PublishDraft.Published published)
    {
        if (published.EffectiveFrom > Clock.UtcNow)
        {
            return;
        }

        await Jobs.RunNowAsync(RecordTerms.JobKey, Cancelled);
        if (Form!.Conditions.Tiers != Overview!.InForce.Conditions.Tiers)
        {
            await Jobs.RunNowAsync(RecalculateTiers.JobKey, Cancelled);
        }
    }

    /// <summary>Throws the draft away.</summary>
    protected async Task DiscardAsync()
    {
        if (Read is not null && await Discard.ExecuteAsync(await ActorAsync(), Read, Cancelled) is Rejection rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        Form!.Reset();
        Navigation.NavigateTo(Home);
    }

    /// <summary>Asks before a page with changes is left.</summary>
    protected async Task AskAsync(LocationChangingContext context)
    {
        var stays = new Uri(Navigation.ToAbsoluteUri(context.TargetLocation).GetLeftPart(UriPartial.Path)) == new Uri(new Uri(Navigation.Uri).GetLeftPart(UriPartial.Path));
        if (!stays && Form is { Dirty: true } && await ConfirmDialog.AskAsync(Dialogs, Text["Leave"], Text["Leave.Question"]) is null)
        {
            context.PreventNavigation();
        }
    }
}
