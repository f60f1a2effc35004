using System.Globalization;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>One version to read: what it promises, what it changed, who did it and why.</summary>
public sealed partial class VersionPage
{
    private VersionDetails? details;
    private Actor? actor;
    private bool missing;

    [Inject] public required ProgramQueries Queries { get; init; }

    [Inject] public required WithdrawVersion Withdraw { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter] public int Number { get; set; }

    private string SubjectId => Number.ToString(CultureInfo.InvariantCulture);

    protected override async Task OnParametersSetAsync()
    {
        actor = await ActorAsync();
        details = await Queries.FindAsync(actor, Number, Cancelled);
        missing = details is null;
    }

    private async Task WithdrawAsync(string? reason)
    {
        if (await Withdraw.ExecuteAsync(actor!, Number, reason ?? "", Cancelled) is { } rejection)
        {
            Refusals.Show(rejection);
        }
        else
        {
            Refusals.Done(Text["Withdrawn", Number]);
        }

        await OnParametersSetAsync();
    }
}
