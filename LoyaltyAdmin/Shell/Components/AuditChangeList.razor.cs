using LoyaltyAdmin.Security.Audit;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>Changes one under another: what it was and what it is.</summary>
public sealed partial class AuditChangeList
{
    /// <summary>In words already.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<AuditChange> Changes { get; set; }
}
