using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>A setting that is on or off.</summary>
public sealed partial class SwitchField
{
    [Parameter] public bool Value { get; set; }

    [Parameter] public EventCallback<bool> Changed { get; set; }
}
