using Microsoft.AspNetCore.Components;
using Radzen;

namespace LoyaltyAdmin.Features.Why;

/// <summary>A chain of reasons, with ways to what each link speaks of.</summary>
public sealed partial class WhyDialog
{
    [Inject] public required DialogService Dialogs { get; init; }

    [Parameter, EditorRequired] public required Explanation Explanation { get; set; }
}
