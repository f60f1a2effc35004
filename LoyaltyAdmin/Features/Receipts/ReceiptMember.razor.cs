using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>Whose receipt it is, as a link to the member.</summary>
public sealed partial class ReceiptMember
{
    /// <summary>Null without a member.</summary>
    [Parameter, EditorRequired] public long? Id { get; set; }

    [Parameter] public string? Name { get; set; }
}
