using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Editor;

/// <summary>A setting that is a number.</summary>
public sealed partial class NumberField : IDisposable
{
    private bool unreadable;

    [Parameter] public decimal? Value { get; set; }

    [Parameter] public EventCallback<decimal?> Changed { get; set; }

    /// <summary>Whether empty means no limit.</summary>
    [Parameter] public bool MayBeEmpty { get; set; }

    /// <summary>What stands in the field while it is empty; "no limit" where nothing is given.</summary>
    [Parameter] public string? Empty { get; set; }

    [Parameter] public int Decimals { get; set; } = 2;

    [Parameter] public string? Unit { get; set; }

    /// <summary>A field that goes takes its unreadable text with it.</summary>
    public void Dispose() => Form.MarkUnreadable(Setting, false);

    private void Mark(bool wrong)
    {
        unreadable = wrong;
        Form.MarkUnreadable(Setting, wrong);
    }
}
