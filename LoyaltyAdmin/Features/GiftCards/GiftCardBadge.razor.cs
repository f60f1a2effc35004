using LoyaltyAdmin.Domain.GiftCards;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>Where a gift card is in its life, in a word and a colour.</summary>
public sealed partial class GiftCardBadge
{
    [Parameter, EditorRequired] public GiftCardStatus Status { get; set; }

    private string Look => Status switch
    {
        GiftCardStatus.Active => "good",
        GiftCardStatus.Issued => "accent",
        GiftCardStatus.Blocked => "bad",
        GiftCardStatus.Expired or GiftCardStatus.Disabled => "careful",
        _ => "",
    };
}
