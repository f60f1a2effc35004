using LoyaltyAdmin.Security.Audit;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>What one change changed, property by property.</summary>
public sealed partial class AuditChanges
{
    [Parameter, EditorRequired] public required IReadOnlyList<AuditChange> Changes { get; set; }

    [Parameter] public string? Reason { get; set; }

    /// <summary>The words for a property where there are any, else its own name.</summary>
    private string Name(string property) =>
        Text["Field." + property.ToUpperInvariant()] is { ResourceNotFound: false } text ? text.Value : property;
}
