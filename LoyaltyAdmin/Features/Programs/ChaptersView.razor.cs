using LoyaltyAdmin.Domain.Programs;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>Conditions to read, in sentences.</summary>
public sealed partial class ChaptersView
{
    [Parameter, EditorRequired] public required ProgramConditions Conditions { get; set; }
}
