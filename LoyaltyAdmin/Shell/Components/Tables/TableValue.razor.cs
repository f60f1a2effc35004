using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Shell.Components.Tables;

/// <summary>A cell of a list, shown by what its column holds.</summary>
public sealed partial class TableValue<TItem>
{
    [Parameter, EditorRequired] public required TableColumn<TItem> Column { get; set; }

    [Parameter, EditorRequired] public required TItem Row { get; set; }
}
