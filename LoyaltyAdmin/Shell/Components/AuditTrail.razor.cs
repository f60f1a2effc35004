using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security.Audit;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>The history of one thing on its own page: who changed what and when, newest first.</summary>
public sealed partial class AuditTrail
{
    private const int Step = 20;
    private List<AuditRow>? rows;
    private (string Subject, string Id) shown;
    private int total;

    [Inject] public required AuditQueries Queries { get; init; }

    /// <summary>Kind of the thing, such as Member.</summary>
    [Parameter, EditorRequired] public required string Subject { get; set; }

    [Parameter, EditorRequired] public required string SubjectId { get; set; }

    /// <summary>What stands above a history beside another one; with it, no history is no news.</summary>
    [Parameter] public string? Heading { get; set; }

    /// <summary>Reads anew, after a change.</summary>
    public async Task ReloadAsync()
    {
        rows = null;
        await MoreAsync();
        StateHasChanged();
    }

    protected override async Task OnParametersSetAsync()
    {
        if (shown != (Subject, SubjectId))
        {
            shown = (Subject, SubjectId);
            rows = null;
            await MoreAsync();
        }
    }

    private async Task MoreAsync()
    {
        var page = await Queries.ListAsync(await ActorAsync(), new AuditFilter(Subject, SubjectId), new PageRequest(rows?.Count ?? 0, Step), Cancelled);
        (rows ??= []).AddRange(page.Rows);
        total = page.Total;
    }
}
