using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>A number as scanners and people read it: QR code, bar code and digits, in black on white whatever the theme.</summary>
public sealed partial class CardCodes
{
    /// <summary>Longer numbers make bars too thin for scanners on a card of this size.</summary>
    private const int LongestBarcode = 28;

    [Parameter, EditorRequired] public required string Number { get; set; }

    private bool HasBarcode => Number.Length <= LongestBarcode && Number.All(char.IsAscii);
}
