using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Asks for an adjustment: how much, who pays, why.</summary>
public sealed partial class AdjustmentDialog
{
    private readonly Guid operation = Guid.NewGuid();
    private decimal? amount;
    private bool shopPays;
    private string reason = "";
    private Rejection? refused;
    private bool busy;

    [Inject] public required WriteAdjustment Adjustments { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required int PartnerId { get; set; }

    [Parameter, EditorRequired] public required DisplayUnits Units { get; set; }

    /// <summary>Opens the dialog; true when an adjustment was written.</summary>
    public static async Task<bool> OpenAsync(DialogService dialogs, string title, Actor actor, int partnerId, DisplayUnits units) =>
        await dialogs.OpenAsync<AdjustmentDialog>(
            title,
            new Dictionary<string, object?> { [nameof(Actor)] = actor, [nameof(PartnerId)] = partnerId, [nameof(Units)] = units }!,
            new DialogOptions { Width = "min(480px, 94vw)" }) is true;

    private async Task WriteAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            refused = await Adjustments.ExecuteAsync(Actor, PartnerId, (shopPays ? -1 : 1) * (amount ?? 0m), reason, operation, CancellationToken.None);
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
