using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Layout;

/// <summary>What happened, what to do, and a code to tell.</summary>
public sealed partial class ErrorScreen
{
    [Parameter, EditorRequired] public required Exception Exception { get; set; }

    [Parameter] public string? Code { get; set; }

    [Parameter, EditorRequired] public required Action Again { get; set; }
}
