using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Subscriptions;

/// <summary>The part of a form that says what a plan or a club gives.</summary>
public sealed partial class BenefitFields
{
    [Parameter, EditorRequired] public required Benefits Value { get; set; }

    [Parameter] public EventCallback<Benefits> ValueChanged { get; set; }

    [Parameter, EditorRequired] public required AccrualMode Mode { get; set; }

    /// <summary>What is wrong with a field, in words.</summary>
    [Parameter, EditorRequired] public required Func<string, string?> ErrorOf { get; set; }

    /// <summary>Notes the fields whose text is no number.</summary>
    [Parameter] public ISet<string>? Unreadable { get; set; }

    private bool Percent => Mode == AccrualMode.Percent;

    private Task Change(Benefits value) => ValueChanged.InvokeAsync(value);
}
