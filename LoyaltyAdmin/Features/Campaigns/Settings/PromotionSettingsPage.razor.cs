using System.Text.RegularExpressions;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Radzen;

namespace LoyaltyAdmin.Features.Campaigns.Settings;

/// <summary>What holds for all campaigns: how they stack, how deep they go, who approves them, who is kept out to measure them.</summary>
public sealed partial class PromotionSettingsPage
{
    private Actor actor = new("", new HashSet<Permission>());
    private StackingPolicy policy = StackingPolicy.Usual;
    private ApprovalLimits approval = new();
    private List<GroupDraft> groups = [];
    private decimal control;
    private int revision;
    private string? general;
    private bool ready;
    private bool changed;

    [Inject] public required PromotionSettingsStore Store { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    private bool MayEdit => actor.May(Permission.PromotionsApprove);

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        var settings = await Store.GetAsync(actor, Cancelled);
        (policy, approval, control, revision) = (settings.Policy, settings.Approval, settings.ControlPercent, settings.Revision);
        groups = GroupDraft.Of(policy.Groups);
        ready = true;
    }

    private void Touch() => changed = true;

    private void Set(StackingPolicy wanted) => (policy, changed) = (wanted, true);

    private void Set(ApprovalLimits wanted) => (approval, changed) = (wanted, true);

    private void SetControl(decimal? percent) => (control, changed) = (percent ?? control, true);

    private void Add()
    {
        var key = Enumerable.Range(1, int.MaxValue).Select(n => $"group-{n}").First(k => groups.All(g => g.Group.Key != k));
        groups.Add(new GroupDraft(new StackingGroup { Key = key, Name = "", Mode = GroupMode.BestForClient }, null));
        changed = true;
    }

    private void Remove(GroupDraft draft)
    {
        groups.Remove(draft);
        foreach (var inner in groups.Where(g => g.Inside == draft.Group.Key))
        {
            inner.Inside = draft.Inside;
        }

        changed = true;
    }

    private async Task SaveAsync()
    {
        general = Wrong();
        if (general is null)
        {
            var rejection = await Store.SaveAsync(actor, policy with { Groups = GroupDraft.Build(groups) }, approval, control, revision, Cancelled);
            general = rejection is null ? null : Refusals.TextOf(rejection);
        }

        if (general is null)
        {
            (changed, revision) = (false, revision + 1);
            Refusals.Done(Text["Saved"]);
        }

        StateHasChanged();
    }

    private string? Wrong() =>
        groups.Any(g => !KeyForm().IsMatch(g.Group.Key)) ? Refusals.TextOf(new Rejection("Campaigns.KeyMalformed"))
        : groups.GroupBy(g => g.Group.Key, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice ? Refusals.TextOf(CampaignRejections.KeyTaken(twice.Key))
        : groups.Any(g => string.IsNullOrWhiteSpace(g.Group.Name)) ? Text["GroupNameMissing"].Value
        : null;

    private async Task AskBeforeLeavingAsync(LocationChangingContext context)
    {
        if (changed && await ConfirmDialog.AskAsync(Dialogs, Text["LeavePage"], Text["LeavePageQuestion"]) is null)
        {
            context.PreventNavigation();
        }
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$")]
    private static partial Regex KeyForm();
}
