using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>A gift card as its buyer sees it, without what pays.</summary>
public sealed partial class GiftCardFace
{
    private static readonly (int X, int Y, int Size)[] Flowers = [(262, 58, 26), (210, 150, 18), (300, 140, 20), (150, 190, 14), (232, 196, 10)];

    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter] public string Program { get; set; } = "";

    [Parameter] public GiftCardPicture Picture { get; set; }

    [Parameter] public string Colour { get; set; } = GiftCardDesign.Colours[0];

    /// <summary>What the design says under everything.</summary>
    [Parameter] public string Caption { get; set; } = "";

    /// <summary>Null where the buyer has not chosen yet.</summary>
    [Parameter] public Money? Amount { get; set; }

    [Parameter] public string GivenBy { get; set; } = "";

    [Parameter] public string GivenTo { get; set; } = "";

    [Parameter] public string Words { get; set; } = "";
}
