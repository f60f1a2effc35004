using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Adjustments as they were written.</summary>
public sealed partial class AdjustmentsList
{
    [Inject] public required PartnerWords Words { get; init; }

    [Inject] public required AuditWords People { get; init; }

    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required IReadOnlyList<SettlementAdjustment> Adjustments { get; set; }
}
