using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Whether the money of gift cards adds up, as an equation of its figures.</summary>
public sealed partial class GiftCardLedgerView
{
    private GiftCardProof.Result? result;

    [Inject] public required GiftCardProof Proof { get; init; }

    private IReadOnlyList<(string Name, long Minor)> Terms =>
    [
        ("Sold", result!.Totals.Sold),
        ("Remaining", result.Totals.Remaining),
        ("Redeemed", result.Totals.Redeemed),
        ("ExpiredMoney", result.Totals.Expired),
        ("DisabledMoney", result.Totals.Disabled),
    ];

    protected override async Task OnInitializedAsync()
    {
        var actor = await ActorAsync();

        // SQLite reads without giving up its thread, and this one draws the page.
        result = await Task.Run(() => Proof.ExecuteAsync(actor, Cancelled), Cancelled);
    }
}
