using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>
/// Lists of members. Finds the identifiers of a page first, from the one table or index that the filter and the order
/// need, then reads those few rows: a million members are never joined to their accounts to show fifty.
/// </summary>
public sealed class MemberListQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    private const int ExportBatch = 500;

    public async Task<Page<MemberRow>> ListAsync(MemberFilter filter, MemberOrder order, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = Find(db, filter, order);
        var ids = await found.Skip(page.Skip).Take(page.Take).ToListAsync(ct);

        // A page that is not full tells the total by itself, and spares the second reading of a rare search.
        var total = ids.Count < page.Take && (ids.Count > 0 || page.Skip == 0) ? page.Skip + ids.Count : await found.CountAsync(ct);
        return new Page<MemberRow>(await ReadAsync(db, ids, ct), total);
    }

    /// <summary>How many members the filter finds.</summary>
    public async Task<int> CountAsync(MemberFilter filter, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await Find(db, filter, default).CountAsync(ct);
    }

    /// <summary>All that the filter finds, read in batches: only their identifiers are in memory at once.</summary>
    public async IAsyncEnumerable<MemberRow> StreamAsync(MemberFilter filter, MemberOrder order, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = await Find(db, filter, order).ToListAsync(ct);
        foreach (var batch in ids.Chunk(ExportBatch))
        {
            foreach (var row in await ReadAsync(db, batch, ct))
            {
                yield return row;
            }
        }
    }

    private static IQueryable<long> Find(LoyaltyDbContext db, MemberFilter filter, MemberOrder order)
    {
        var members = Restrict(db.Members.AsNoTracking(), db, filter, out var anyMember);
        var accounts = Restrict(db.Accounts.AsNoTracking(), filter, out var anyAccount);
        if (order.By is MemberSort.Name or MemberSort.Joined)
        {
            if (!anyAccount)
            {
                members = members.Where(m => accounts.Any(a => a.MemberId == m.Id));
            }

            return (order.By == MemberSort.Name ? Sort(members, m => m.SearchKey, order) : Sort(members, m => m.JoinedOn, order))
                .ThenBy(m => m.Id).Select(m => m.Id);
        }

        if (!anyMember)
        {
            accounts = accounts.Where(a => members.Any(m => m.Id == a.MemberId));
        }

        return (order.By switch
        {
            MemberSort.Available => Sort(accounts, a => a.Available.Value, order),
            MemberSort.LastReceipt => Sort(accounts, a => a.LastReceiptOn, order),
            MemberSort.Revenue => Sort(accounts, a => a.NetRevenueMinor, order),
            _ => Sort(accounts, a => a.Receipts, order),
        }).ThenBy(a => a.MemberId).Select(a => a.MemberId);
    }

    private static IOrderedQueryable<T> Sort<T, TKey>(IQueryable<T> rows, Expression<Func<T, TKey>> key, MemberOrder order) =>
        order.Descending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    private static IQueryable<Member> Restrict(IQueryable<Member> all, LoyaltyDbContext db, MemberFilter filter, out bool any)
    {
        var members = MemberSearchQuery.Apply(all, db.Cards, filter.Search);
        if (filter.Status is { } status)
        {
            members = members.Where(m => m.Status == status);
        }

        if (filter.JoinedFrom is { } from)
        {
            members = members.Where(m => m.JoinedOn >= from);
        }

        if (filter.JoinedTo is { } to)
        {
            members = members.Where(m => m.JoinedOn <= to);
        }

        any = ReferenceEquals(members, all);
        return members;
    }

    private static IQueryable<Account> Restrict(IQueryable<Account> all, MemberFilter filter, out bool any)
    {
        var accounts = all;
        if (filter.HasBalance is { } hasBalance)
        {
            accounts = hasBalance ? accounts.Where(a => a.Available.Value > 0) : accounts.Where(a => a.Available.Value == 0);
        }

        if (filter.NoPurchaseSince is { } since)
        {
            accounts = accounts.Where(a => a.LastReceiptOn == null || a.LastReceiptOn < since);
        }

        any = ReferenceEquals(accounts, all);
        return accounts;
    }

    private static async Task<IReadOnlyList<MemberRow>> ReadAsync(LoyaltyDbContext db, IReadOnlyCollection<long> ids, CancellationToken ct)
    {
        var rows = await db.Members.AsNoTracking()
            .Where(m => ids.Contains(m.Id))
            .Join(db.Accounts, m => m.Id, a => a.MemberId, (m, a) => new MemberRow
            {
                Id = m.Id,
                ExternalId = m.ExternalId,
                FirstName = m.FirstName,
                LastName = m.LastName,
                Phone = m.Phone,
                Email = m.Email,
                Card = db.Cards.Where(c => c.MemberId == m.Id && c.Status == CardStatus.Active).OrderBy(c => c.Id).Select(c => c.Number).FirstOrDefault(),
                Status = m.Status,
                JoinedOn = m.JoinedOn,
                Available = a.Available,
                LastReceiptOn = a.LastReceiptOn,
                Receipts = a.Receipts,
                NetRevenueMinor = a.NetRevenueMinor,
            })
            .ToDictionaryAsync(row => row.Id, ct);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }
}
