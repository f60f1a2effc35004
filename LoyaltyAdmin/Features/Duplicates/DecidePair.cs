using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>A person says that two members are two people, or takes that back.</summary>
public sealed class DecidePair(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    /// <summary>Not the same person: the pair is not asked again. Null when it is so now.</summary>
    public Task<Rejection?> DismissAsync(Actor actor, int pairId, CancellationToken ct) => SetAsync(actor, pairId, PairState.Dismissed, ct);

    /// <summary>Puts the pair into the queue again. Null when it is there now.</summary>
    public Task<Rejection?> ReopenAsync(Actor actor, int pairId, CancellationToken ct) => SetAsync(actor, pairId, PairState.Open, ct);

    private async Task<Rejection?> SetAsync(Actor actor, int pairId, PairState state, CancellationToken ct)
    {
        actor.Demand(Permission.MembersMerge);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.DuplicatePairs.SingleOrDefaultAsync(p => p.Id == pairId, ct) is not { } pair)
        {
            return DuplicateRejections.PairUnknown();
        }

        if (pair.State == PairState.Merged)
        {
            return DuplicateRejections.PairMerged();
        }

        if (pair.State == state)
        {
            return null;
        }

        var decided = state == PairState.Dismissed;
        (pair.State, pair.DecidedBy, pair.DecidedAt) = (state, decided ? actor.Name : null, decided ? clock.UtcNow : null);
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Rejection("Common.ChangedByAnother");
        }
    }
}
