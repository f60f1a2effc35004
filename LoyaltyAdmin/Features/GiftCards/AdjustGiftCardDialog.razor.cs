using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Adds money to a gift card or takes it off by hand: says what will happen and asks why.</summary>
public sealed partial class AdjustGiftCardDialog
{
    private Rejection? refused;
    private decimal? amount;
    private string reason = "";
    private bool add = true;
    private bool busy;

    [Inject] public required GiftCardDeeds Deeds { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required GiftCard Card { get; set; }

    /// <summary>How money is shown; dialogs stand outside of the frame that cascades it.</summary>
    [Parameter, EditorRequired] public required DisplayUnits Shown { get; set; }

    /// <summary>Opens the dialog; true when money was moved.</summary>
    public static async Task<bool> OpenAsync(DialogService dialogs, string title, Actor actor, GiftCard card, DisplayUnits units) =>
        await dialogs.OpenAsync<AdjustGiftCardDialog>(
            title,
            new Dictionary<string, object?> { [nameof(Actor)] = actor, [nameof(Card)] = card, [nameof(Shown)] = units }!,
            new DialogOptions { Width = "min(480px, 92vw)" }) is true;

    private string? Error(string field) => refused?.Field == field ? Refusals.TextOf(refused) : null;

    private async Task AdjustAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            refused = await Deeds.AdjustAsync(Actor, Card.Id, add, amount ?? 0, reason, CancellationToken.None);
            if (refused is null)
            {
                Dialogs.Close(true);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
