using System.Linq.Expressions;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Features.Tiers;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>
/// The members that a filter finds, as queries on the one table that the filter and the order need, or on both where they
/// must. A search is for those whose name, phone, card, e-mail or id begins so, which indexes serve. Where nobody's does, or so
/// many that reading the list in its order meets them soon, it is for those who have all the words anywhere.
/// </summary>
internal sealed class MemberScope
{
    /// <summary>More than so many are found sooner in the order of the list than by their identifiers.</summary>
    private const int MostByIndex = 10_000;

    private readonly IQueryable<Member> members;
    private readonly IQueryable<Account> accounts;
    private readonly bool anyMember;
    private readonly bool anyAccount;

    private readonly MemberFinder finder;
    private readonly bool isPlain;

    private MemberScope(
        LoyaltyDbContext db, MemberFilter filter, MemberSearchTerm term, MemberFinder finder, IQueryable<long>? beginning, IQueryable<long> holders, OnTier? onTier, OfQuality? ofQuality)
    {
        (this.finder, isPlain) = (finder, filter with { Search = null } == new MemberFilter());
        // Those who were merged into others are few: the index of them is read once, and no order loses its index.
        var merged = db.Members.Where(m => m.MergedIntoId != null).Select(m => m.Id);
        var allMembers = db.Members.AsNoTracking().Where(m => m.MergedIntoId == null);
        var onLevel = onTier is null ? allMembers : onTier.Restrict(db, allMembers);
        var placed = ofQuality is null ? onLevel : ofQuality.Restrict(db, onLevel);
        var allAccounts = db.Accounts.AsNoTracking().Where(a => !merged.Contains(a.MemberId));
        members = Restrict(beginning is null ? Anywhere(placed, term, holders) : placed.Where(m => beginning.Contains(m.Id)), filter);
        accounts = Restrict(allAccounts, filter);
        IsServed = beginning is not null || filter.Search is null;
        (anyMember, anyAccount) = (ReferenceEquals(members, allMembers), ReferenceEquals(accounts, allAccounts));
    }

    /// <summary>Whether it needs no reading of all names to be found once more.</summary>
    public bool IsServed { get; }

    public static async Task<MemberScope> OfAsync(LoyaltyDbContext db, SqlProvider sql, MemberFilter filter, string country, TierRules? rules, DateOnly today, CancellationToken ct)
    {
        var term = MemberSearchTerm.Of(filter.Search, country);
        var finder = new MemberFinder(db, sql, term);
        var isServed = await finder.CountAsync(MostByIndex + 1, ct) is > 0 and <= MostByIndex;
        var holders = db.Cards.WhereBegins(sql, c => c.Number, term.Number ?? "-").Where(c => c.MemberId != null).Select(c => c.MemberId!.Value);
        return new MemberScope(db, filter, term, finder, isServed ? finder.All() : null, holders, OnTier.Of(filter.Tier, rules, today), await OfQuality.OfAsync(db, filter.Quality, ct));
    }

    /// <summary>The members' identifiers in an order that is the same each time.</summary>
    public IQueryable<long> Sorted(MemberOrder order)
    {
        var byMember = order.By is MemberSort.Name or MemberSort.Joined;
        if (byMember && anyAccount)
        {
            return (order.By == MemberSort.Name ? Sort(members, m => m.SearchKey, order) : Sort(members, m => m.JoinedOn, order))
                .ThenBy(m => m.Id).Select(m => m.Id);
        }

        if (!byMember && anyMember)
        {
            return (order.By switch
            {
                MemberSort.Available => Sort(accounts, a => a.Available.Value, order),
                MemberSort.LastReceipt => Sort(accounts, a => a.LastReceiptOn, order),
                MemberSort.Revenue => Sort(accounts, a => a.NetRevenueMinor, order),
                _ => Sort(accounts, a => a.Receipts, order),
            }).ThenBy(a => a.MemberId).Select(a => a.MemberId);
        }

        var pairs = members.Join(accounts, m => m.Id, a => a.MemberId, (m, a) => new { Member = m, Account = a });
        return (order.By switch
        {
            MemberSort.Name => Sort(pairs, p => p.Member.SearchKey, order),
            MemberSort.Joined => Sort(pairs, p => p.Member.JoinedOn, order),
            MemberSort.Available => Sort(pairs, p => p.Account.Available.Value, order),
            MemberSort.LastReceipt => Sort(pairs, p => p.Account.LastReceiptOn, order),
            MemberSort.Revenue => Sort(pairs, p => p.Account.NetRevenueMinor, order),
            _ => Sort(pairs, p => p.Account.Receipts, order),
        }).ThenBy(p => p.Member.Id).Select(p => p.Member.Id);
    }

    /// <summary>How many: counted in the one table that the filter speaks of, for each member has one account.</summary>
    public Task<int> CountAsync(CancellationToken ct) =>
        anyAccount ? members.CountAsync(ct)
        : anyMember ? accounts.CountAsync(ct)
        : members.Join(accounts, m => m.Id, a => a.MemberId, (m, a) => m.Id).CountAsync(ct);

    /// <summary>How many, but no more than these. Names that begin so are counted by their index where nothing else is asked for.</summary>
    public async Task<int> CountAsync(int most, CancellationToken ct) =>
        isPlain && await finder.HasAsync(most, ct) ? most
        : anyAccount ? await members.OrderBy(m => m.SearchKey).Take(most).CountAsync(ct)
        : anyMember ? await accounts.OrderBy(a => a.MemberId).Take(most).CountAsync(ct)
        : await members.Join(accounts, m => m.Id, a => a.MemberId, (m, a) => m.SearchKey).OrderBy(key => key).Take(most).CountAsync(ct);

    /// <summary>Their available points, in smallest parts.</summary>
    public Task<long> AvailableAsync(CancellationToken ct) => anyMember
        ? accounts.SumAsync(a => a.Available.Value, ct)
        : members.Join(accounts, m => m.Id, a => a.MemberId, (m, a) => a.Available.Value).SumAsync(ct);

    private static IOrderedQueryable<T> Sort<T, TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key, MemberOrder order) =>
        order.Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    private static IQueryable<Member> Anywhere(IQueryable<Member> members, MemberSearchTerm term, IQueryable<long> holders)
    {
        if (term.Number is { } number)
        {
            // The last is the way of the country: 8 916 is +7 916 there.
            var phone = term.Phones[^1];
            return members.Where(m => m.SearchKey.Contains(number) || m.SearchKey.Contains(phone) || holders.Contains(m.Id));
        }

        foreach (var word in term.Folded.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            members = members.Where(m => m.SearchKey.Contains(word));
        }

        return members;
    }

    /// <summary>Those for whom one level counts; who has no place of their own stands on the lowest.</summary>
    private sealed record OnTier(string Key, bool IsLowest, DateOnly Today)
    {
        public static OnTier? Of(string? key, TierRules? rules, DateOnly today) => key is null ? null : new OnTier(key, rules?.Ladder.PlaceOf(key) == 0, today);

        public IQueryable<Member> Restrict(LoyaltyDbContext db, IQueryable<Member> members)
        {
            var levels = db.MemberTiers.LevelsOn(Today);
            var elsewhere = levels.Where(t => t.Level != Key).Select(t => t.MemberId);
            var here = levels.Where(t => t.Level == Key).Select(t => t.MemberId);
            return IsLowest ? members.Where(m => !elsewhere.Contains(m.Id)) : members.Where(m => here.Contains(m.Id));
        }
    }

    /// <summary>
    /// Those whose answers are worth so much: few are found by the index of scores, of many each member is looked up in the
    /// order of the list, which meets them soon.
    /// </summary>
    private sealed record OfQuality((int Lowest, int Highest)? Scores, bool IsRare)
    {
        public static async Task<OfQuality?> OfAsync(LoyaltyDbContext db, ProfileQuality? quality, CancellationToken ct)
        {
            if (quality is not { } wanted)
            {
                return null;
            }

            return wanted.Scores() is { } scores
                ? new OfQuality(scores, await Within(db, scores).OrderBy(a => a.Score).Take(MostByIndex + 1).CountAsync(ct) <= MostByIndex)
                : new OfQuality(null, await db.Members.CountAsync(ct) - await db.MemberAnswers.CountAsync(ct) <= MostByIndex);
        }

        public IQueryable<Member> Restrict(LoyaltyDbContext db, IQueryable<Member> members)
        {
            if (IsRare)
            {
                var few = Scores is { } rare ? Within(db, rare).Select(a => a.MemberId) : Without(db, db.Members).Select(m => m.Id);
                return members.Where(m => few.Contains(m.Id));
            }

            return Scores is { } scores
                ? members.Where(m => db.MemberAnswers.Any(a => a.MemberId == m.Id && a.Score >= scores.Lowest && a.Score <= scores.Highest))
                : Without(db, members);
        }

        private static IQueryable<MemberAnswers> Within(LoyaltyDbContext db, (int Lowest, int Highest) scores) =>
            db.MemberAnswers.Where(a => a.Score >= scores.Lowest && a.Score <= scores.Highest);

        private static IQueryable<Member> Without(LoyaltyDbContext db, IQueryable<Member> members) => members.Where(m => !db.MemberAnswers.Any(a => a.MemberId == m.Id));
    }

    private static IQueryable<Member> Restrict(IQueryable<Member> members, MemberFilter filter)
    {
        // Constants, so that the index of the few that are blocked serves.
        members = filter.Status switch
        {
            MemberStatus.Blocked => members.Where(m => m.Status == MemberStatus.Blocked),
            MemberStatus.Active => members.Where(m => m.Status == MemberStatus.Active),
            _ => members,
        };

        if (filter.JoinedFrom is { } from)
        {
            members = members.Where(m => m.JoinedOn >= from);
        }

        return filter.JoinedTo is { } to ? members.Where(m => m.JoinedOn <= to) : members;
    }

    private static IQueryable<Account> Restrict(IQueryable<Account> accounts, MemberFilter filter)
    {
        if (filter.HasBalance is { } hasBalance)
        {
            accounts = hasBalance ? accounts.Where(a => a.Available.Value > 0) : accounts.Where(a => a.Available.Value == 0);
        }

        return filter.NoPurchaseSince is { } since ? accounts.Where(a => a.LastReceiptOn == null || a.LastReceiptOn < since) : accounts;
    }
}
