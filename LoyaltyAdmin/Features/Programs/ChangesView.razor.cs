using LoyaltyAdmin.Domain.Programs;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>What differs between two versions, in words.</summary>
public sealed partial class ChangesView
{
    private IReadOnlyList<ChangeRow> rows = [];

    [Parameter, EditorRequired] public required ProgramConditions Before { get; set; }

    [Parameter, EditorRequired] public required ProgramConditions After { get; set; }

    protected override void OnParametersSet() => rows = Words.Between(Before, After);
}
