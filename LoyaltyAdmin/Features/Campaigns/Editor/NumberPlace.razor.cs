using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Campaigns.Editor;

/// <summary>A number of the terms with its label, unit and what is wrong with it.</summary>
public sealed partial class NumberPlace : IDisposable
{
    private bool unreadable;

    /// <summary>As the checks name it.</summary>
    [Parameter, EditorRequired] public required string Place { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public decimal? Value { get; set; }

    [Parameter] public EventCallback<decimal?> Changed { get; set; }

    [Parameter] public bool MayBeEmpty { get; set; }

    [Parameter] public int Decimals { get; set; }

    [Parameter] public string? Unit { get; set; }

    [Parameter] public string? Help { get; set; }

    /// <summary>What an empty field means.</summary>
    [Parameter] public string? Placeholder { get; set; }

    /// <summary>A field that is taken away holds nothing unreadable any more.</summary>
    public void Dispose()
    {
        if (unreadable)
        {
            Form.Mark(Place, isUnreadable: false);
        }
    }

    private void Mark(bool isUnreadable)
    {
        unreadable = isUnreadable;
        Form.Mark(Place, isUnreadable);
    }
}
