using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Asks for the days of a statement; goes on where the last one ended, to the end of the last whole month.</summary>
public sealed partial class NewStatementDialog
{
    private DateOnly from;
    private DateOnly lastDay;
    private Rejection? refused;
    private bool busy;

    [Inject] public required DraftSettlement Drafts { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required PartnerDetails Details { get; set; }

    /// <summary>Opens the dialog; the statement's id when one was begun.</summary>
    public static async Task<int?> OpenAsync(DialogService dialogs, string title, Actor actor, PartnerDetails details) =>
        await dialogs.OpenAsync<NewStatementDialog>(
            title,
            new Dictionary<string, object?> { [nameof(Actor)] = actor, [nameof(Details)] = details }!,
            new DialogOptions { Width = "min(480px, 94vw)" }) as int?;

    protected override void OnInitialized()
    {
        from = Details.NextFrom;
        var monthEnd = new DateOnly(Details.Today.Year, Details.Today.Month, 1).AddDays(-1);
        lastDay = monthEnd >= from ? monthEnd : Details.Today > from ? Details.Today : from;
    }

    private async Task BeginAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            if ((await Drafts.ExecuteAsync(Actor, Details.Partner.Id, from, lastDay.AddDays(1), CancellationToken.None)).Accepted(out var id, out refused))
            {
                Dialogs.Close(id);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
