using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>Asks whom to invite, a line each, and tells what became of each.</summary>
public sealed partial class InviteDialog
{
    private InviteMembers.Outcome? outcome;
    private Rejection? refused;
    private string lines = "";
    private bool busy;

    [Inject] public required InviteMembers Inviting { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required int Club { get; set; }

    /// <summary>Opens the dialog; true when somebody may have been invited.</summary>
    public static async Task<bool> OpenAsync(DialogService dialogs, string title, Actor actor, int club) =>
        await dialogs.OpenAsync<InviteDialog>(
            title, new Dictionary<string, object?> { [nameof(Actor)] = actor, [nameof(Club)] = club }!, new DialogOptions { Width = "min(520px, 92vw)" }) is true;

    private async Task SendAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            var result = await Inviting.ExecuteAsync(Actor, Club, lines.Split(['\n', ';']), CancellationToken.None);
            refused = result.Rejection;
            outcome = refused is null ? result.Value : null;
        }
        finally
        {
            busy = false;
        }
    }
}
