using LoyaltyAdmin.Domain.Members;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Where a card is in its life, in a word and a colour.</summary>
public sealed partial class CardBadge
{
    [Parameter, EditorRequired] public CardStatus Status { get; set; }

    private string Look => Status switch
    {
        CardStatus.Active => "good",
        CardStatus.Free => "accent",
        CardStatus.Blocked => "bad",
        _ => "",
    };
}
