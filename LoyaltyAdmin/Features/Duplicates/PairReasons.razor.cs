using LoyaltyAdmin.Domain.Members.Duplicates;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>What speaks for a pair, and what against it.</summary>
public sealed partial class PairReasons
{
    [Parameter, EditorRequired] public MatchReasons Reasons { get; set; }

    private static bool IsAgainst(MatchReasons sign) => sign is MatchReasons.OtherBirthDate or MatchReasons.OtherName;
}
