using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>A number in a form, with its label, its unit, its help and what is wrong with it.</summary>
public sealed partial class FormNumber
{
    private bool unreadable;

    [Parameter, EditorRequired] public required string Id { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public decimal? Value { get; set; }

    [Parameter] public EventCallback<decimal?> ValueChanged { get; set; }

    [Parameter] public bool MayBeEmpty { get; set; }

    [Parameter] public int Decimals { get; set; }

    [Parameter] public string? Unit { get; set; }

    [Parameter] public string? Placeholder { get; set; }

    [Parameter] public string? Help { get; set; }

    [Parameter] public string? Error { get; set; }

    /// <summary>Notes the fields whose text is no number: such a form is not sent.</summary>
    [Parameter] public ISet<string>? Unreadable { get; set; }

    private void Mark(bool wrong)
    {
        unreadable = wrong;
        _ = wrong ? Unreadable?.Add(Id) : Unreadable?.Remove(Id);
    }
}
