using System.Threading.Channels;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>
/// The one door by which sales and returns come in. Postings that wait at the same time share a transaction (group
/// commit): a durable commit costs the same for one as for a hundred. Each gets its own answer, after the commit.
/// </summary>
public sealed class ReceiptPoster : IAsyncDisposable
{
    private const int MaximumGroup = 128;
    private readonly Channel<Waiting> queue = Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });
    private readonly PostingBatch batch;
    private readonly Task loop;

    public ReceiptPoster(
        IDbContextFactory<LoyaltyDbContext> databases,
        ProgramTimelines timelines,
        BusinessClock clock,
        SqlProvider sql,
        IdSource ids,
        LedgerWriter ledgers,
        PointsDivision division,
        CampaignBook campaigns,
        CouponCodes coupons)
    {
        batch = new PostingBatch(databases, timelines, clock, sql, ids, ledgers, division, campaigns, coupons);
        loop = Task.Run(PostWaitingAsync);
    }

    /// <summary>Posts one sale or return of a till. The answer comes when it is durable.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not post receipts.</exception>
    public Task<PostingResult> PostAsync(Actor actor, Posting posting, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsPost);
        ct.ThrowIfCancellationRequested();
        var waiting = new Waiting(posting.At(actor.Partner), new TaskCompletionSource<PostingResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        return queue.Writer.TryWrite(waiting)
            ? waiting.Answer.Task.WaitAsync(ct)
            : throw new InvalidOperationException("The portal is stopping.");
    }

    /// <summary>
    /// Posts many in the order given, all in one transaction where nothing speaks against it. The callback runs in each
    /// transaction with the results that it holds, which are the next ones in the order of the postings.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not post receipts.</exception>
    public Task<IReadOnlyList<PostingResult>> PostManyAsync(
        Actor actor,
        IReadOnlyList<Posting> postings,
        bool registerUnknown,
        Func<LoyaltyDbContext, IReadOnlyList<PostingResult>, CancellationToken, Task>? inTransaction,
        CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsPost);
        return batch.RunAsync(At(postings, actor), registerUnknown, inTransaction is null ? null : new PostingBatch.InTransaction(inTransaction), ct);
    }

    /// <summary>What would become of postings, decided as for posting them; nothing is written.</summary>
    /// <exception cref="UnauthorizedAccessException">The actor may not post receipts.</exception>
    public Task<IReadOnlyList<PostingResult>> RehearseAsync(Actor actor, IReadOnlyList<Posting> postings, bool registerUnknown, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsPost);
        return batch.RehearseAsync(At(postings, actor), registerUnknown, ct);
    }

    /// <summary>Answers what waits and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop;
    }

    private static IReadOnlyList<Posting> At(IReadOnlyList<Posting> postings, Actor actor) =>
        actor.Partner is { } till ? [.. postings.Select(p => p.At(till))] : postings;

    private async Task PostWaitingAsync()
    {
        var group = new List<Waiting>();
        while (await queue.Reader.WaitToReadAsync())
        {
            group.Clear();
            while (group.Count < MaximumGroup && queue.Reader.TryRead(out var next))
            {
                group.Add(next);
            }

            await PostGroupAsync(group);
        }
    }

    private async Task PostGroupAsync(List<Waiting> group)
    {
        try
        {
            var results = await batch.RunAsync([.. group.Select(w => w.Posting)], registerUnknown: false, inTransaction: null, CancellationToken.None);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Answer.SetResult(results[i]);
            }
        }
        catch (Exception e) when (group.Count == 1)
        {
            group[0].Answer.SetException(e);
        }
        catch (Exception)
        {
            // Something in the group fails for a reason of its own: alone, each answers for itself.
            foreach (var waiting in group)
            {
                await PostGroupAsync([waiting]);
            }
        }
    }

    private sealed record Waiting(Posting Posting, TaskCompletionSource<PostingResult> Answer);
}
