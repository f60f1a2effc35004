using LoyaltyAdmin.Domain.Partners;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>Whether a partner takes part, in a word.</summary>
public sealed partial class PartnerBadge
{
    [Parameter, EditorRequired] public PartnerState State { get; set; }
}
