using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Features.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Ledger;

/// <summary>Entries of the ledger with the names of what they rest on.</summary>
public sealed class EntryQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>How many days a period has that nobody chose.</summary>
    public const int DefaultDays = 30;

    private const int Batch = 1000;

    /// <summary>An entry, its member and the tills' names of receipt and return.</summary>
    public sealed record Row(LedgerEntry Entry, long MemberId, string Member, string? ReceiptKey, string? ReturnKey);

    /// <summary>The last thirty days on which points moved; null where none ever did.</summary>
    public async Task<EntryScope?> LatestAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.DailyPoints.MaxAsync(d => (DateOnly?)d.Day, ct) is { } last ? new EntryScope { From = last.AddDays(1 - DefaultDays), To = last } : null;
    }

    /// <summary>
    /// The entries in the order in which they were written, a batch in memory at once. A period is picked out of the ledger
    /// in one passage: points move with receipts, which must not wait for one more index.
    /// </summary>
    public async IAsyncEnumerable<Row> StreamAsync(EntryScope scope, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var entries = await RestrictAsync(db, scope, ct);
        var last = long.MinValue;
        List<LedgerEntry> batch;
        do
        {
            var after = last;
            batch = await entries.Where(e => e.Id > after).OrderBy(e => e.Id).Take(Batch).ToListAsync(ct);
            foreach (var row in await NameAsync(db, batch, ct))
            {
                yield return row;
            }

            last = batch.Count == 0 ? last : batch[^1].Id;
        }
        while (batch.Count == Batch);
    }

    /// <summary>The members of some accounts, each with a name.</summary>
    public async Task<IReadOnlyList<(long Id, string Name)>> MembersOfAsync(IReadOnlyCollection<long> accounts, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var ids = accounts.ToArray();
        var members = await db.Accounts.Where(a => ids.Contains(a.Id)).OrderBy(a => a.MemberId).Select(a => a.MemberId).ToListAsync(ct);
        var names = await MemberNames.OfAsync(db, members.Select(m => (long?)m), ct);
        return [.. members.Select(m => (m, names[m]))];
    }

    private static async Task<IQueryable<LedgerEntry>> RestrictAsync(LoyaltyDbContext db, EntryScope scope, CancellationToken ct)
    {
        var entries = db.LedgerEntries.AsNoTracking();
        if (scope.MemberId is { } member)
        {
            var accounts = await db.Accounts.Where(a => a.MemberId == member).Select(a => a.Id).ToListAsync(ct);
            entries = entries.Where(e => accounts.Contains(e.AccountId));
        }

        if (scope.From is { } from)
        {
            entries = entries.Where(e => e.Day >= from);
        }

        return scope.To is { } to ? entries.Where(e => e.Day <= to) : entries;
    }

    private static async Task<List<Row>> NameAsync(LoyaltyDbContext db, List<LedgerEntry> entries, CancellationToken ct)
    {
        long[] accountIds = [.. entries.Select(e => e.AccountId).Distinct()];
        long[] receiptIds = [.. entries.Select(e => e.ReceiptId).OfType<long>().Distinct()];
        long[] returnIds = [.. entries.Select(e => e.ReturnId).OfType<long>().Distinct()];
        var members = await db.Accounts.Where(a => accountIds.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.MemberId, ct);
        var names = await MemberNames.OfAsync(db, members.Values.Select(m => (long?)m), ct);
        var receipts = await db.Receipts.Where(r => receiptIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct);
        var returns = await db.Returns.Where(r => returnIds.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct);
        return [.. entries.Select(e => new Row(
            e,
            members[e.AccountId],
            names[members[e.AccountId]],
            e.ReceiptId is { } receipt ? receipts.GetValueOrDefault(receipt) : null,
            e.ReturnId is { } back ? returns.GetValueOrDefault(back) : null))];
    }
}
