using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Features.Receipts;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Answers as the poster would, as far as members and keys go, and posts nothing: the trial run of an import.</summary>
internal sealed class ReceiptRehearsal(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>What would become of each.</summary>
    public async Task<IReadOnlyList<PostingResult>> RunAsync(
        IReadOnlyList<Posting> postings,
        bool registerUnknown,
        Func<LoyaltyDbContext, IReadOnlyList<PostingResult>, CancellationToken, Task> inTransaction,
        CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var sales = postings.OfType<SalePosting>().Select(p => p.Key).ToArray();
        var goods = postings.OfType<ReturnPosting>().Select(p => p.Key).ToArray();
        var named = postings.OfType<ReturnPosting>().Select(p => p.ReceiptKey).OfType<string>().Distinct().ToArray();
        var names = postings.Where(p => p.Member is not null).Select(p => p.Member!.Value.Value).Distinct().ToArray();
        var knownSales = await db.Receipts.Where(r => EF.Parameter(sales).Contains(r.Key)).ToDictionaryAsync(r => r.Key, r => r.PayloadHash, ct);
        var knownReturns = await db.Returns.Where(r => EF.Parameter(goods).Contains(r.Key)).ToDictionaryAsync(r => r.Key, r => r.PayloadHash, ct);
        var receipts = (await db.Receipts.Where(r => EF.Parameter(named).Contains(r.Key)).Select(r => r.Key).ToListAsync(ct)).ToHashSet();
        var members = (await db.Members.Where(m => EF.Parameter(names).Contains(m.ExternalId)).Select(m => m.ExternalId!).ToListAsync(ct)).ToHashSet();

        var results = new PostingResult[postings.Count];
        for (var i = 0; i < results.Length; i++)
        {
            var posting = postings[i];
            var known = posting is SalePosting ? knownSales : knownReturns;
            var isTied = posting is ReturnPosting { ReceiptKey: { } receipt } && receipts.Contains(receipt);
            results[i] = known.TryGetValue(posting.Key, out var hash)
                ? hash == posting.PayloadHash ? new PostingResult { Replayed = true } : ReceiptRejections.PayloadConflict(posting.Key)
                : !registerUnknown && !isTied && posting.Member is { } member && !members.Contains(member.Value)
                    ? ReceiptRejections.MemberUnknown(member.Value)
                    : new PostingResult();
        }

        await inTransaction(db, results, ct);
        return results;
    }
}
