using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Links to the pages before and after the one that is shown.</summary>
public sealed partial class MembersPager
{
    [Parameter, EditorRequired] public required MembersAddress Address { get; set; }

    [Parameter, EditorRequired] public int Total { get; set; }

    private int First => ((Address.Page - 1) * MembersAddress.PageSize) + 1;

    private int Last => Math.Min(Total, Address.Page * MembersAddress.PageSize);
}
