using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Shell.Components.Tables;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>Who is in a club, and who was.</summary>
public sealed partial class ClubMembersPage
{
    private Choice<PlaceState?>[] states = [];

    [Inject] public required ClubListQueries Queries { get; init; }

    [Parameter] public int Id { get; set; }

    private IEnumerable<string> Figures => [Text["Found", Shown!.Total]];

    protected override TableList<ClubPlaceRow, ClubPlaceFilter> Describe() => ClubTables.Places(Text, Id);

    protected override Task OpenAsync()
    {
        states = [new(Text["AnyState"], null), .. Enum.GetValues<PlaceState>().Select(s => new Choice<PlaceState?>(Text[$"State.{s}"], s))];
        return Task.CompletedTask;
    }

    protected override Task<Page<ClubPlaceRow>> ReadAsync(ListState<ClubPlaceFilter> state, PageRequest page) => Queries.PlacesAsync(Actor, Id, state.Filter, page, Cancelled);
}
