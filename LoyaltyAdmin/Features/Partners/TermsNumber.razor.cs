using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Shell.Components;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>One number of the terms, with what it means and what is wrong with it.</summary>
public sealed partial class TermsNumber
{
    [Inject] public required Refusals Refusals { get; init; }

    /// <summary>Name of the property, for its words.</summary>
    [Parameter, EditorRequired] public required string Field { get; set; }

    [Parameter, EditorRequired] public decimal? Value { get; set; }

    [Parameter, EditorRequired] public EventCallback<decimal?> Changed { get; set; }

    /// <summary>What is wrong with the terms.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<Rejection> Wrong { get; set; }

    /// <summary>Tells when what is typed is no number.</summary>
    [Parameter] public EventCallback<(string Field, bool Unreadable)> Unreadable { get; set; }

    [Parameter] public bool MayBeEmpty { get; set; }

    [Parameter] public int Decimals { get; set; } = 2;

    [Parameter] public string? Unit { get; set; }

    private Rejection? Problem => Wrong.FirstOrDefault(w => w.Field == Field);
}
