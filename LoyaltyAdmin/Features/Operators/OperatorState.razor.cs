using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>Whether a user can sign in.</summary>
public sealed partial class OperatorState
{
    [Parameter, EditorRequired] public required OperatorRow Row { get; set; }
}
