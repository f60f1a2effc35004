using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>
/// Makes two members one (R16): the survivor takes the other's receipts, lots with their lives, movements, holds and cards as
/// they are, and everything that named the other names the survivor. Nothing is booked, so no total changes.
/// </summary>
public sealed class MergeMembers(MergeTransaction transaction, SqlProvider sql, LedgerWriter writer, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>Who is to be merged into whom.</summary>
    public sealed record Order
    {
        /// <summary>Who goes.</summary>
        public required long SourceId { get; init; }

        /// <summary>Who stays.</summary>
        public required long TargetId { get; init; }

        /// <summary>The versions that were on the screen.</summary>
        public required (int Source, int Target) Versions { get; init; }

        /// <summary>Fields in which the survivor takes the other's value; what it lacks it takes in any case.</summary>
        public IReadOnlySet<MergeField> Taken { get; init; } = new HashSet<MergeField>();

        public required string Reason { get; init; }
    }

    /// <summary>The merge, and whether it had been made before.</summary>
    public sealed record Merged(int MergeId, bool Replayed);

    public async Task<Result<Merged>> ExecuteAsync(Actor actor, Order order, CancellationToken ct)
    {
        actor.Demand(Permission.MembersMerge);
        if (BlockReason.Check(order.Reason) is { } missing)
        {
            return missing;
        }

        return order.SourceId == order.TargetId
            ? DuplicateRejections.Same()
            : await transaction.RunAsync(actor.Name, order.SourceId, order.TargetId, db => MergeAsync(db, order, ct), ct);
    }

    private async Task<Result<Merged>> MergeAsync(LoyaltyDbContext db, Order order, CancellationToken ct)
    {
        var (now, timeline) = (clock.UtcNow, await timelines.GetAsync(ct));
        var rows = new MemberRows(db, writer, now);
        var members = await rows.MembersAsync([order.SourceId, order.TargetId], ct);
        if (!members.TryGetValue(order.SourceId, out var source) || !members.TryGetValue(order.TargetId, out var target))
        {
            return new Rejection("Members.Unknown", members.ContainsKey(order.SourceId) ? order.TargetId : order.SourceId);
        }

        if (await db.MemberMerges.AsNoTracking().SingleOrDefaultAsync(m => m.SourceId == source.Id && m.TargetId == target.Id && m.UndoneAt == null, ct) is { } known)
        {
            return new Merged(known.Id, Replayed: true);
        }

        if (Refuse(source, target, order) is { } refused)
        {
            return refused;
        }

        var (before, own) = (MergedValues.Of(source), MergedValues.Of(target));
        var (after, left) = MergeRule.Merge(own, before, order.Taken);
        long[] both = [source.Id, target.Id];
        var figures = await MemberFigures.ReadAsync(db, both, ct);
        var closed = await MergedSubscriptions.CloseAsync(db, source.Id, target.Id, ct);
        var moved = await MoveAsync(db, source.Id, target.Id, ct);
        await rows.WriteAsync(
            new MemberRows.Written(source, left, MemberStatus.Merged, target.Id), new MemberRows.Written(target, after, target.Status, null), ct);
        var figuresAfter = await MemberFigures.ReadAsync(db, both, ct);
        await figuresAfter.WriteCohortsAsync(db, sql, figures, ct);
        await rows.WriteAccountsAsync(both, (gone, stays) => (0, stays.Debt.Value + gone.Debt.Value), figuresAfter, ct);

        var merge = new MemberMerge
        {
            SourceId = source.Id,
            TargetId = target.Id,
            At = now,
            By = db.Author,
            Reason = order.Reason.Trim(),
            Members = new MergedMembers(before, own, after).Write(),
            Moved = (moved with
            {
                ClosedSubscriptions = closed,
                Household = await MergedHousehold.MergeAsync(db, source.Id, target.Id, ct),
                Clubs = await MergedClubs.MergeAsync(db, source.Id, target.Id, now, ct),
                Tiers = await MergedTiers.MergeAsync(db, source.Id, target.Id, TierRules.Of(timeline, now), timeline.CalendarAt(now).DayOf(now), ct),
                Answers = await MergedAnswers.MergeAsync(
                    db, source.Id, target.Id, after, PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency), timeline.CalendarAt(now).DayOf(now), ct),
                Promotions = await MergedPromotions.MergeAsync(db, sql, source.Id, target.Id, ct),
                Pair = await CloseAsync(db, source.Id, target.Id, now, ct),
            }).Write(),
            Spends = await rows.SpendsAsync(await db.Accounts.Where(a => a.MemberId == target.Id).Select(a => a.Id).SingleAsync(ct), ct),
        };
        db.MemberMerges.Add(merge);
        rows.Note(source.Id, before, left, (nameof(Member.MergedIntoId), null, target.Id), merge.Reason);
        rows.Note(target.Id, own, after, (MemberRows.MergedFrom, null, source.Id), merge.Reason);
        await db.SaveChangesAsync(ct);
        return new Merged(merge.Id, Replayed: false);
    }

    private static Rejection? Refuse(Member source, Member target, Order order) =>
        (source.MergedIntoId ?? target.MergedIntoId) is { } survivor ? new Rejection("Members.Merged", survivor)
        : source.Status == MemberStatus.Blocked ? DuplicateRejections.Blocked(NameOf(source))
        : target.Status == MemberStatus.Blocked ? DuplicateRejections.Blocked(NameOf(target))
        : source.IsDemo != target.IsDemo ? DuplicateRejections.DemoAndReal()
        : (source.Version, target.Version) != order.Versions ? new Rejection("Common.ChangedByAnother")
        : null;

    private static string NameOf(Member member) =>
        MemberNames.Display(member.LastName, member.FirstName, MaskedContact.Phone(member.Phone) ?? MaskedContact.Email(member.Email) ?? member.ExternalId, member.Id);

    /// <summary>Gives all rows of one member to another and tells which they were.</summary>
    private static async Task<MovedRows> MoveAsync(LoyaltyDbContext db, long source, long target, CancellationToken ct)
    {
        var accounts = await db.Accounts.AsNoTracking().Where(a => a.MemberId == source || a.MemberId == target)
            .Select(a => new { a.MemberId, a.Id, a.Debt }).ToDictionaryAsync(a => a.MemberId, ct);
        var (from, to) = (accounts[source].Id, accounts[target].Id);
        var moved = new MovedRows
        {
            Receipts = await db.Receipts.Where(r => r.MemberId == source).Select(r => r.Id).ToArrayAsync(ct),
            Returns = await db.Returns.Where(r => r.MemberId == source).Select(r => r.Id).ToArrayAsync(ct),
            Entries = await db.LedgerEntries.Where(e => e.AccountId == from).Select(e => e.Id).ToArrayAsync(ct),
            Lots = await db.Lots.Where(l => l.AccountId == from).Select(l => l.Id).ToArrayAsync(ct),
            Holds = await db.Holds.Where(h => h.AccountId == from).Select(h => h.Id).ToArrayAsync(ct),
            Cards = await db.Cards.Where(c => c.MemberId == source).Select(c => c.Id).ToArrayAsync(ct),
            Aliases = await db.Members.Where(m => m.MergedIntoId == source).Select(m => m.Id).ToArrayAsync(ct),
            Subscriptions = await db.Subscriptions.Where(s => s.MemberId == source).Select(s => s.Id).ToArrayAsync(ct),
            Debt = accounts[source].Debt.Value,
            OpenHolds = await db.Holds
                .Where(h => h.Status == HoldStatus.Open && (h.AccountId == from || h.AccountId == to
                    || h.Lots.Any(held => db.Lots.Any(l => l.Id == held.LotId && (l.AccountId == from || l.AccountId == to)))))
                .Select(h => h.Id).ToArrayAsync(ct),
        };

        // The version tells a return that read the receipt before whose receipt it is now.
        await db.Receipts.Where(r => r.MemberId == source)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, target).SetProperty(r => r.Version, r => r.Version + 1), ct);
        await db.Returns.Where(r => r.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(r => r.MemberId, target), ct);
        await db.LedgerEntries.Where(e => e.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(e => e.AccountId, to), ct);
        await db.Lots.Where(l => l.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(l => l.AccountId, to), ct);
        await db.Holds.Where(h => h.AccountId == from).ExecuteUpdateAsync(set => set.SetProperty(h => h.AccountId, to), ct);
        await db.Cards.Where(c => c.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(c => c.MemberId, target), ct);
        await db.Subscriptions.Where(s => s.MemberId == source).ExecuteUpdateAsync(set => set.SetProperty(s => s.MemberId, target), ct);
        await db.Members.Where(m => m.MergedIntoId == source).ExecuteUpdateAsync(set => set.SetProperty(m => m.MergedIntoId, target), ct);
        return moved;
    }

    /// <summary>Takes the pair out of the queue and tells what it was.</summary>
    private static async Task<MovedRows.PairBefore?> CloseAsync(LoyaltyDbContext db, long one, long other, DateTime now, CancellationToken ct)
    {
        var (first, second) = DuplicatePair.Ordered(one, other);
        if (await db.DuplicatePairs.SingleOrDefaultAsync(p => p.FirstId == first && p.SecondId == second, ct) is not { } pair)
        {
            return null;
        }

        var before = new MovedRows.PairBefore(pair.State, pair.DecidedBy, pair.DecidedAt);
        (pair.State, pair.DecidedBy, pair.DecidedAt) = (PairState.Merged, db.Author, now);
        return before;
    }
}
