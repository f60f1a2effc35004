using LoyaltyAdmin.Security.Audit;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>What one change changed: a few fields at once, many folded behind their names.</summary>
public sealed partial class AuditChanges
{
    private const int ShownOpen = 2;
    private const int Named = 3;

    /// <summary>In words already: see <see cref="AuditWords"/>.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<AuditChange> Changes { get; set; }

    [Parameter] public string? Reason { get; set; }

    private string Summary
    {
        get
        {
            var names = string.Join(", ", Changes.Take(Named).Select(change => change.Property));
            return Changes.Count > Named ? Text["Audit.AndMore", names, Changes.Count - Named] : names;
        }
    }
}
