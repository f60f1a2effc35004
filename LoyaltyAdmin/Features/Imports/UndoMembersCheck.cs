using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>What an import of members has brought, and what was built on it since.</summary>
internal static class UndoMembersCheck
{
    private const int Samples = 5;

    public static async Task<UndoPreview> RunAsync(LoyaltyDbContext db, ImportRun run, CancellationToken ct)
    {
        var until = run.FinishedAt ?? DateTime.MaxValue;
        var registered = db.Members.Where(m => m.ImportId == run.Id);
        var changed = db.ImportChanges.Where(c => c.ImportId == run.Id).Select(c => c.MemberId).Distinct();
        var obstacles = new List<UndoObstacle>();
        await AddAsync("Bought", registered.Where(m => db.Receipts.Any(r => r.MemberId == m.Id) || db.Returns.Any(r => r.MemberId == m.Id)));
        await AddAsync("HasPoints", registered.Where(m => db.Accounts.Any(a => a.MemberId == m.Id
            && (db.LedgerEntries.Any(e => e.AccountId == a.Id) || db.Holds.Any(h => h.AccountId == a.Id)))
            && !db.Receipts.Any(r => r.MemberId == m.Id)));
        await AddAsync("Edited", registered.Where(m => m.Version != 0 || m.Status != MemberStatus.Active
            || db.Cards.Any(c => c.MemberId == m.Id && (c.IssuedAt > until || c.Status != CardStatus.Active))));
        await AddAsync("Referred", registered.Where(m => db.Referrals.Any(r => r.ReferrerId == m.Id || r.FriendId == m.Id)));
        await AddAsync("ChangedSince", db.Members.Where(m => db.ImportChanges.Any(c => c.ImportId == run.Id && c.MemberId == m.Id)
            && m.Version != db.ImportChanges.Where(c => c.ImportId == run.Id && c.MemberId == m.Id).Max(c => c.Version)));
        return new UndoPreview
        {
            Members = await registered.CountAsync(ct),
            Restored = await changed.CountAsync(ct),
            Obstacles = obstacles,
        };

        async Task AddAsync(string code, IQueryable<Member> members)
        {
            var samples = await members.OrderBy(m => m.Id).Take(Samples).Select(m => new { m.Id, m.FirstName, m.LastName, m.ExternalId, m.Phone }).ToListAsync(ct);
            if (samples.Count > 0)
            {
                var count = samples.Count < Samples ? samples.Count : await members.CountAsync(ct);
                obstacles.Add(new UndoObstacle(
                    $"Undo.{code}",
                    count,
                    [.. samples.Select(m => $"{m.LastName} {m.FirstName}".Trim() is { Length: > 0 } name ? name : m.ExternalId ?? m.Phone ?? $"{m.Id}")]));
            }
        }
    }
}
