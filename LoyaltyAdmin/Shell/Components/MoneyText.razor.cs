using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>An amount in the program's currency.</summary>
public sealed partial class MoneyText
{
    [CascadingParameter] public DisplayUnits Units { get; set; } = DisplayUnits.Plain;

    [Parameter] public Money Value { get; set; }

    /// <summary>Instead of the value: an amount in units of currency that may be negative.</summary>
    [Parameter] public decimal? Amount { get; set; }
}
