using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What a sale or a return moved on the member's account, with the lots as they are now.</summary>
public sealed partial class ReceiptMovements
{
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Inject] public required EntryWords Words { get; init; }

    [Parameter, EditorRequired] public required IReadOnlyList<ReceiptMovement> Movements { get; set; }

    /// <summary>Whether a movement says which return made it.</summary>
    [Parameter] public bool ShowReturns { get; set; }
}
