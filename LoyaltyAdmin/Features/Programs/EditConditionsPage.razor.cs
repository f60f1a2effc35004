using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs.Editor;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>A marketer edits the draft beside a live example, saves it and publishes it.</summary>
public sealed partial class EditConditionsPage
{
    private const string Home = "/program/conditions";
    private DraftForm? form;
    private DraftRead? read;
    private ProgramOverview? overview;
    private int number;
    private bool mayPublish;

    [Inject] public required ProgramQueries Queries { get; init; }

    [Inject] public required EditDraft Edit { get; init; }

    [Inject] public required DiscardDraft Discard { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>Number of a version whose conditions the draft shall take over.</summary>
    [SupplyParameterFromQuery] public int? From { get; set; }

    private string Title => form is null ? Text["EditDraft.Begin"] : Text["Editor.Title", number];

    /// <summary>While other versions wait, even the conditions in force are worth a publication: they would end those.</summary>
    private ProgramConditions? Replaced => overview is { } all && !all.Scheduled.Any() ? all.InForce.Conditions : null;

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();
        mayPublish = actor.May(Permission.ProgramPublish);
        overview = await Queries.OverviewAsync(actor, Cancelled);
        read = overview.Draft;
        number = read?.Number ?? (overview.Versions.Max(v => v.Number) + 1);
        var inForce = overview.InForce.Conditions;
        form = new DraftForm(overview.DraftVersion?.Conditions ?? inForce, inForce, overview.PointDecimals, overview.DecimalsFixed);
        if (overview.Versions.FirstOrDefault(v => v.Number == From) is { } source)
        {
            form.Set(source.Conditions);
        }

        form.Changed += StateHasChanged;
    }

    private async Task SaveAsync()
    {
        if (await TrySaveAsync())
        {
            Refusals.Done(Text["Draft.Saved"]);
        }
    }

    private async Task<bool> TrySaveAsync()
    {
        var conditions = form!.Conditions;
        var saved = await Edit.ExecuteAsync(await ActorAsync(), read, conditions, Cancelled);
        if (!saved.Accepted(out var draft, out var rejection))
        {
            Refusals.Show(rejection);
            return false;
        }

        (read, number) = (draft, draft.Number);
        form.Accept(conditions);
        return true;
    }

    private async Task PublishAsync()
    {
        if ((read is not null && !form!.Dirty) || await TrySaveAsync())
        {
            var published = await PublishDialog.AskAsync(Dialogs, Text, read!, overview!, form!, await ActorAsync(), Units);
            if (published is not null)
            {
                Refusals.Done(Text["Published", published.Number, Formats.Instant(published.EffectiveFrom, Units.Zone)]);
                Navigation.NavigateTo(Home);
            }
        }
    }

    private async Task DiscardAsync()
    {
        if (read is not null && await Discard.ExecuteAsync(await ActorAsync(), read, Cancelled) is Rejection rejection)
        {
            Refusals.Show(rejection);
            return;
        }

        form!.Reset();
        Navigation.NavigateTo(Home);
    }

    private async Task AskAsync(LocationChangingContext context)
    {
        var stays = new Uri(Navigation.ToAbsoluteUri(context.TargetLocation).GetLeftPart(UriPartial.Path)) == new Uri(new Uri(Navigation.Uri).GetLeftPart(UriPartial.Path));
        if (!stays && form is { Dirty: true } && await ConfirmDialog.AskAsync(Dialogs, Text["Leave"], Text["Leave.Question"]) is null)
        {
            context.PreventNavigation();
        }
    }
}
