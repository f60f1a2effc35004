using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>All gift cards, their series, their designs and whether their money adds up, a tab each.</summary>
public sealed partial class GiftCardsPage
{
    private static readonly (string Key, string Href)[] Tabs =
    [
        ("Cards", "/gift-cards"), ("Series", "/gift-cards?tab=series"), ("Designs", "/gift-cards?tab=designs"),
        ("Orders", "/gift-cards?tab=orders"), ("Sales", "/gift-cards?tab=sales"), ("Ledger", "/gift-cards?tab=ledger"),
    ];

    private Actor actor = new("", new HashSet<Permission>());

    [SupplyParameterFromQuery] public string? Tab { get; set; }

    private string Current => Tabs.Select(t => t.Key).FirstOrDefault(key => key.Equals(Tab, StringComparison.OrdinalIgnoreCase)) ?? Tabs[0].Key;

    protected override async Task OnInitializedAsync() => actor = await ActorAsync();
}
