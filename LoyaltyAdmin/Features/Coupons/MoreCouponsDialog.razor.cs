using System.Globalization;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Asks how many more codes to make, and makes them.</summary>
public sealed partial class MoreCouponsDialog
{
    private string count = "1000";
    private Rejection? refused;
    private bool busy;

    [Inject] public required IssueCoupons Issuing { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Actor Actor { get; set; }

    [Parameter, EditorRequired] public required long Series { get; set; }

    /// <summary>Opens the dialog; true when codes were made.</summary>
    public static async Task<bool> OpenAsync(DialogService dialogs, string title, Actor actor, long series) =>
        await dialogs.OpenAsync<MoreCouponsDialog>(
            title, new Dictionary<string, object?> { [nameof(Actor)] = actor, [nameof(Series)] = series }!, new DialogOptions { Width = "min(420px, 92vw)" }) is true;

    private async Task MakeAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            var wanted = int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var made = await Task.Run(() => Issuing.MoreAsync(Actor, Series, wanted, Cancelled), Cancelled);
            refused = made.Rejection;
            if (refused is null)
            {
                Refusals.Done(Text["CodesMade", made.Value]);
                Dialogs.Close(true);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
