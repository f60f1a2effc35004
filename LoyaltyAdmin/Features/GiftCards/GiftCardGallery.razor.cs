using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Features.Programs;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.GiftCards;

/// <summary>All designs as buyers see them.</summary>
public sealed partial class GiftCardGallery
{
    private IReadOnlyList<GiftCardDesign>? designs;
    private string program = "";

    [Inject] public required GiftCardQueries Queries { get; init; }

    [Inject] public required ProgramTimelines Timelines { get; init; }

    /// <summary>Whether to offer to change them.</summary>
    [Parameter] public bool MayManage { get; set; }

    protected override async Task OnInitializedAsync()
    {
        program = (await Timelines.GetAsync(Cancelled)).Program.Name;
        designs = await Queries.DesignsAsync(await ActorAsync(), Cancelled);
    }
}
