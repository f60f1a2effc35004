using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>Words with what became of them.</summary>
public sealed partial class TermsPieces
{
    [Parameter, EditorRequired] public required IReadOnlyList<TermsPiece> Pieces { get; set; }
}
