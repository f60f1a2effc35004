using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Operators;

/// <summary>The roles to tick, each with what it lets one do.</summary>
public sealed partial class RolesChoice
{
    [Parameter, EditorRequired] public required HashSet<string> Chosen { get; set; }

    private void Toggle(string role)
    {
        if (!Chosen.Remove(role))
        {
            Chosen.Add(role);
        }
    }
}
