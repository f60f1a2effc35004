using LoyaltyAdmin.Domain.Members;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>In a member's form: who looks like the member that is being written.</summary>
public sealed partial class LooksLike
{
    private IReadOnlyList<Lookalike> alike = [];
    private MemberProfile? asked;

    [Inject] public required FindLookalikes Find { get; init; }

    [Parameter, EditorRequired] public required MemberProfile Profile { get; set; }

    /// <summary>The member whose form it is; null for a new one.</summary>
    [Parameter] public long? Except { get; set; }

    protected override async Task OnParametersSetAsync()
    {
        if (Profile == asked)
        {
            return;
        }

        asked = Profile;
        var mine = Profile;
        var found = await Find.ExecuteAsync(await ActorAsync(), mine, Except, Cancelled);
        if (mine == asked)
        {
            alike = found;
        }
    }
}
