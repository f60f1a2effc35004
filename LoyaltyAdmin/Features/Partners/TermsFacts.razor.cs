using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>What is agreed, in words.</summary>
public sealed partial class TermsFacts
{
    [Inject] public required PartnerWords Words { get; init; }

    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter, EditorRequired] public required PartnerConditions Terms { get; set; }
}
