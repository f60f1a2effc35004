using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>A setting that is a month of the year.</summary>
public sealed partial class MonthField
{
    [Parameter] public int Value { get; set; }

    [Parameter] public EventCallback<int> Changed { get; set; }
}
