using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>
/// Posts many sales and returns in one transaction: reads set-wise, decides in memory in the given order, writes set-wise.
/// What was read is guarded by versions and unique keys, so that a batch that lost a race leaves nothing and begins again.
/// </summary>
internal sealed class PostingBatch
{
    private const int Attempts = 12;
    private readonly IDbContextFactory<LoyaltyDbContext> databases;
    private readonly ProgramTimelines timelines;
    private readonly BusinessClock clock;
    private readonly SqlProvider sql;
    private readonly PostingLoader loader;
    private readonly SaleDecider sales;
    private readonly ReturnDecider returns;
    private readonly HoldDecider holds;
    private readonly PostingWriter writer;

    public PostingBatch(
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
        var tiers = new TierCourses(sql, ids);
        (this.databases, this.timelines, this.clock, this.sql) = (databases, timelines, clock, sql);
        loader = new PostingLoader(ids, tiers, campaigns, coupons);
        sales = new SaleDecider(ids, loader);
        returns = new ReturnDecider(ids, sales);
        holds = new HoldDecider(ids, sales);
        writer = new PostingWriter(sql, ledgers, division, tiers);
    }

    public delegate Task InTransaction(LoyaltyDbContext db, IReadOnlyList<PostingResult> results, CancellationToken ct);

    /// <summary>Posts all in one transaction; where that keeps failing, in two halves, so that one bad posting is alone in its failure.</summary>
    public async Task<IReadOnlyList<PostingResult>> RunAsync(
        IReadOnlyList<Posting> postings, bool registerUnknown, InTransaction? inTransaction, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await TryAsync(postings, registerUnknown, inTransaction, ct) is { } results)
                {
                    return results;
                }
            }
            catch (Exception e) when (attempt < Attempts && (sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                // Someone else wrote the same key first, or the database was busy: the next attempt reads what is there now.
            }

            if (attempt >= Attempts && postings.Count == 1)
            {
                throw new InvalidOperationException($"Posting {postings[0].Key} lost {Attempts} races in a row.");
            }

            if (attempt >= Attempts / 2 && postings.Count > 1)
            {
                var half = postings.Count / 2;
                return
                [
                    .. await RunAsync([.. postings.Take(half)], registerUnknown, inTransaction, ct),
                    .. await RunAsync([.. postings.Skip(half)], registerUnknown, inTransaction, ct),
                ];
            }

            await Task.Delay(Random.Shared.Next(1, 5 * attempt), ct);
        }
    }

    /// <summary>Reads what a quote needs and nothing else.</summary>
    public async Task<PostingState> LoadAsync(IReadOnlyList<Posting> postings, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await loader.LoadAsync(db, postings, await timelines.GetAsync(ct), clock.UtcNow, ct);
    }

    /// <summary>What would become of each, decided as for posting; nothing is written.</summary>
    public async Task<IReadOnlyList<PostingResult>> RehearseAsync(IReadOnlyList<Posting> postings, bool registerUnknown, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var state = await loader.LoadAsync(db, postings, await timelines.GetAsync(ct), clock.UtcNow, ct);
        state.Rollups = await RollupBatch.BeginAsync(db, Touched(postings, state), ct);
        return [.. postings.Select(p => Decide(p, state, registerUnknown))];
    }

    /// <summary>One attempt; null when a version had moved on.</summary>
    private async Task<IReadOnlyList<PostingResult>?> TryAsync(
        IReadOnlyList<Posting> postings, bool registerUnknown, InTransaction? inTransaction, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        var timeline = await timelines.GetAsync(ct);
        var state = await loader.LoadAsync(db, postings, timeline, clock.UtcNow, ct);
        if (state.IsStale)
        {
            return null;
        }

        state.Rollups = await RollupBatch.BeginAsync(db, Touched(postings, state), ct);
        var results = postings.Select(p => Decide(p, state, registerUnknown)).ToList();

        if (!state.HasNews && inTransaction is null)
        {
            return results;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (!await writer.WriteAsync(db, state, ct))
        {
            return null;
        }

        if (inTransaction is not null)
        {
            await inTransaction(db, results, ct);
        }

        await transaction.CommitAsync(ct);
        return results;
    }

    private PostingResult Decide(Posting posting, PostingState state, bool registerUnknown) => Counted(posting, state.Timeline.Program.PointDecimals) switch
    {
        SalePosting sale when state.OpenHoldOf(sale.Key) is { } hold => holds.Confirm(sale, hold, state),
        SalePosting sale => sales.Post(sale, state, registerUnknown),
        ReturnPosting goods => returns.Post(goods, state, registerUnknown),
        HoldPosting hold => holds.Place(hold, state),
        ConfirmPosting confirm => holds.Confirm(confirm, state),
        CancelPosting cancel => HoldDecider.Cancel(cancel, state),
        _ => throw new ArgumentException($"{posting.GetType().Name} is no posting."),
    };

    /// <summary>Points may have been divided anew after the till's words were read.</summary>
    private static Posting Counted(Posting posting, int decimals) => posting switch
    {
        SalePosting { PointDecimals: { } read } sale when read != decimals =>
            sale with { Draft = Counted(sale.Draft, read, decimals), PointDecimals = decimals },
        HoldPosting { PointDecimals: { } read } hold when read != decimals =>
            hold with { Draft = Counted(hold.Draft, read, decimals), PointDecimals = decimals },
        ConfirmPosting { Changed: { } changed } confirm => confirm with { Changed = (SalePosting)Counted(changed, decimals) },
        _ => posting,
    };

    private static ReceiptDraft Counted(ReceiptDraft draft, int read, int decimals) =>
        draft with { RedeemPoints = PointsScale.Recount(draft.RedeemPoints, read, decimals) };

    private static List<RollupBatch.Touch> Touched(IReadOnlyList<Posting> postings, PostingState state)
    {
        var earliest = new Dictionary<Account, DateOnly>();
        foreach (var posting in postings)
        {
            if (state.MemberOf(posting) is { } member)
            {
                var day = posting is SalePosting or ConfirmPosting && state.PurchaseOf(posting) is { } draft
                    ? state.Timeline.CalendarAt(draft.OccurredAt).DayOf(draft.OccurredAt)
                    : DateOnly.MaxValue;
                var account = member.Ledger.Account;
                earliest[account] = earliest.TryGetValue(account, out var known) && known < day ? known : day;
            }
        }

        return [.. earliest.Select(e => new RollupBatch.Touch(e.Key, e.Value))];
    }
}
