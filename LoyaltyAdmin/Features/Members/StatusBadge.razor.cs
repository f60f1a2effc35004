using LoyaltyAdmin.Domain.Members;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Members;

/// <summary>A member's state in a word and a colour.</summary>
public sealed partial class StatusBadge
{
    [Parameter, EditorRequired] public MemberStatus Status { get; set; }

    /// <summary>In lists only what is out of the ordinary is shown.</summary>
    [Parameter] public bool OnlyBlocked { get; set; }
}
