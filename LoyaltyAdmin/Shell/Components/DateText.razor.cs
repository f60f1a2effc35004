using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>A day.</summary>
public sealed partial class DateText
{
    [Parameter, EditorRequired] public DateOnly Day { get; set; }
}
