using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Radzen;

namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>Lets an administrator make a key, and shows the key this once.</summary>
public sealed partial class NewApiKeyDialog
{
    private readonly HashSet<string> scopes = [];
    private string name = "";
    private CreateApiKey.Created? created;
    private Rejection? rejection;
    private bool busy;
    private bool copied;

    [Inject] public required CreateApiKey Create { get; init; }

    [Inject] public required DialogService Dialogs { get; init; }

    [Inject] public required IJSRuntime Browser { get; init; }

    [Inject] public required Refusals Refusals { get; init; }

    /// <summary>Whose tills will call by it; null for the shop's own.</summary>
    [Parameter] public int? PartnerId { get; set; }

    protected override void OnInitialized()
    {
        if (PartnerId is not null)
        {
            scopes.UnionWith(ApiScope.OfPartners);
        }
    }

    private void Toggle(string scope)
    {
        if (!scopes.Remove(scope))
        {
            scopes.Add(scope);
        }
    }

    private async Task CreateAsync()
    {
        if (busy)
        {
            return;
        }

        busy = true;
        var result = await Create.ExecuteAsync(await ActorAsync(), name, scopes, Cancelled, PartnerId);
        busy = false;
        result.Accepted(out created, out rejection);
    }

    private async Task CopyAsync()
    {
        try
        {
            await Browser.InvokeVoidAsync("navigator.clipboard.writeText", Cancelled, created!.Secret);
            copied = true;
        }
        catch (JSException)
        {
            // A site without https has no clipboard.
            Refusals.Show(new Rejection("ApiKeys.CopyByHand"));
        }
    }
}
