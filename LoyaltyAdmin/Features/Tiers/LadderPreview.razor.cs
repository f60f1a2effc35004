using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Components;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>From which level to which members would move if a ladder came into force now.</summary>
public sealed partial class LadderPreview
{
    private LadderMoves? moves;
    private TierConditions? counted;
    private bool counting;
    private double share;

    [Inject] public required PreviewLadder Preview { get; init; }

    /// <summary>Conditions without an error.</summary>
    [Parameter, EditorRequired] public required ProgramConditions Conditions { get; set; }

    /// <summary>Who looks, where no page stands above.</summary>
    [Parameter] public Actor? Actor { get; set; }

    private bool stale => counted != Conditions.Tiers;

    private int Total => moves!.Members.Sum(row => row.Sum());

    private string? StyleOf(int from, int to) =>
        moves!.Members[from][to] == 0 ? "quiet" : moves.PlaceOf(from) is var place && to > place ? "good" : to < place ? "bad" : null;

    private async Task CountAsync()
    {
        if (counting)
        {
            return;
        }

        (counting, share, moves) = (true, 0, null);
        try
        {
            (counted, var conditions) = (Conditions.Tiers, Conditions);
            moves = await Preview.ExecuteAsync(Actor ?? await ActorAsync(), conditions, Tell, Cancelled);
        }
        finally
        {
            counting = false;
        }
    }

    private void Tell(double done)
    {
        share = done;
        _ = InvokeAsync(StateHasChanged);
    }
}
