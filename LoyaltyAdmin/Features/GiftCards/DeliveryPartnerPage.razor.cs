using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Where parcels are told to and under which secret; the secret is written here and never shown.</summary>
public sealed partial class DeliveryPartnerPage
{
    private Rejection? refused;
    private string address = "";
    private string secret = "";
    private bool known;
    private bool busy;

    [Inject] public required DeliveryPartners Partners { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    protected override async Task OnInitializedAsync()
    {
        address = await Partners.AddressAsync(await ActorAsync(), Cancelled) ?? "";
        known = address.Length > 0;
    }

    private string? Error(string field) => refused?.Field == field ? Refusals.TextOf(refused) : null;

    private async Task SaveAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            refused = await Partners.SaveAsync(await ActorAsync(), address, secret, Cancelled);
            if (refused is null)
            {
                (known, secret) = (true, "");
                Refusals.Done(Text["PartnerSaved"]);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
