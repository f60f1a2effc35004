using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Values;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>One consent of the draft.</summary>
public sealed partial class ConsentEditor
{
    [Parameter, EditorRequired] public required ConsentAsked Consent { get; set; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    [Parameter] public Rejection? Problem { get; set; }

    [Parameter] public EventCallback<ConsentAsked> Changed { get; set; }

    [Parameter] public EventCallback Removed { get; set; }
}
