using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components;

/// <summary>A button that downloads what is shown as a workbook.</summary>
public sealed partial class ExcelLink
{
    [Parameter, EditorRequired] public required string Href { get; set; }
}
