using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs.Setup;

/// <summary>A figure that the setup asks for.</summary>
public sealed partial class SetupNumber : IDisposable
{
    private bool unreadable;

    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public decimal Value { get; set; }

    [Parameter] public EventCallback<decimal> Changed { get; set; }

    [Parameter] public int Decimals { get; set; }

    [Parameter] public string? Unit { get; set; }

    /// <summary>A field that goes takes its unreadable text with it.</summary>
    public void Dispose() => Form.MarkUnreadable(Id, false);

    private void Mark(bool wrong)
    {
        unreadable = wrong;
        Form.MarkUnreadable(Id, wrong);
    }
}
