using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>How sure the comparison of a pair is, in a word, a colour and a number.</summary>
public sealed partial class PairScore
{
    [Parameter, EditorRequired] public int Score { get; set; }
}
