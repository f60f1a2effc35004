using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>What to do first in a portal, each step done or to do, with who may do it.</summary>
public sealed partial class StartSteps
{
    private FirstStepsState? state;
    private Actor? actor;

    [Inject] public required FirstSteps Source { get; init; }

    /// <summary>Whether it stands above other things, in as little room as it can.</summary>
    [Parameter] public bool Compact { get; set; }

    /// <summary>The steps were sent away.</summary>
    [Parameter] public EventCallback Dismissed { get; set; }

    protected override async Task OnInitializedAsync()
    {
        actor = await ActorAsync();
        state = await Source.StateAsync(Cancelled);
    }

    private static Step[] Steps(FirstStepsState state) =>
    [
        new("Conditions", "tune", state.Published ? "/program/conditions" : "/program/setup", Permission.ProgramPublish, state.Published, "Start.Conditions.Help"),
        new("Import", "upload_file", "/imports", Permission.ImportsRun, state.HasData, "Start.Import.Help"),
        new("Till", "point_of_sale", "/api-keys", Permission.ApiKeysManage, state.TillPosts, state is { HasKey: true, TillPosts: false } ? "Start.Till.Waits" : "Start.Till.Help"),
    ];

    /// <summary>The first that is to do.</summary>
    private static Step? Next(FirstStepsState state) => Steps(state).FirstOrDefault(s => !s.IsDone);

    private string WhoMay(Permission permission) =>
        string.Join(", ", Roles.All.Where(r => Roles.PermissionsOf(r).Contains(permission)).Select(r => Text[$"Start.Role.{r}"].Value));

    private async Task DismissAsync()
    {
        await Source.DismissAsync(actor!, Cancelled);
        state = await Source.StateAsync(Cancelled);
        await Dismissed.InvokeAsync();
    }

    private sealed record Step(string Key, string Icon, string Href, Permission Permission, bool IsDone, string Help);
}
