using LoyaltyAdmin.Domain.Imports;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Some values of a column, with what they will be taken for.</summary>
public sealed partial class ColumnSamples
{
    private List<string> wrong = [];

    [Parameter, EditorRequired] public required ImportPreview Preview { get; set; }

    [Parameter, EditorRequired] public int Column { get; set; }

    /// <summary>What the column is taken for; null if it is not read.</summary>
    [Parameter] public ImportField? Field { get; set; }

    [Parameter, EditorRequired] public required Understanding Understanding { get; set; }

    private int Wrong => wrong.Count;

    private string FirstWrong => wrong[0];

    protected override void OnParametersSet() => wrong = Field is not { } field || Understanding.IsText(field)
        ? []
        : [.. Preview.Rows.Select(r => r[Column]).Where(c => c.Length > 0 && Understanding.Of(field, c) is null)];
}
