using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>What contradicts itself in the mix.</summary>
public sealed partial class SetupFindings
{
    [Parameter, EditorRequired] public required IReadOnlyList<Rejection> Found { get; set; }
}
