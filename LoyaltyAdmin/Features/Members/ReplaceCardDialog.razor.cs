using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Asks which card stands in the place of another, and why; closes with the new card's number.</summary>
public sealed partial class ReplaceCardDialog
{
    private Rejection? refused;
    private string? number;
    private string? reason;
    private bool busy;

    [Inject] public required ReplaceCard Replace { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required CardRow Card { get; set; }

    /// <summary>Opens the dialog; the new card's number when the card was replaced.</summary>
    public static async Task<string?> OpenAsync(DialogService dialogs, string title, Actor actor, CardRow card) =>
        await dialogs.OpenAsync<ReplaceCardDialog>(
            title,
            new Dictionary<string, object?> { [nameof(Actor)] = actor, [nameof(Card)] = card }!,
            new DialogOptions { Width = "min(480px, 92vw)" }) as string;

    private string? Error(string field) => refused?.Field == field ? Refusals.TextOf(refused) : null;

    private async Task ReplaceAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            if ((await Replace.ExecuteAsync(Actor, Card.Id, number, reason ?? "", CancellationToken.None)).Accepted(out var kept, out refused))
            {
                Dialogs.Close(kept);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
