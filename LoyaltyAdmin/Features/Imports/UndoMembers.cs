using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Members;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Imports;

/// <summary>Takes an import of members back, some hundreds in one transaction: those it registered go, those it changed are as they were.</summary>
internal sealed class UndoMembers(IDbContextFactory<LoyaltyDbContext> databases, ImportRun run)
{
    private const int MembersPerBatch = 500;

    /// <summary>Takes all back that can be.</summary>
    /// <param name="progress">Told how many members are done.</param>
    /// <param name="ct">Stops it; it can go on later.</param>
    public async Task RunAsync(Action<int> progress, CancellationToken ct)
    {
        // Names that changed hands within the file go back in the opposite order: first the changes, then those who came new.
        while (await RestoreAsync(ct) is > 0 and var restored)
        {
            progress(restored);
        }

        while (await RemoveAsync(ct) is > 0 and var removed)
        {
            progress(removed);
        }
    }

    private async Task<int> RestoreAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        (db.Author, db.AuditReason) = (run.UndoneBy!, run.UndoReason);
        var changes = await db.ImportChanges.Where(c => c.ImportId == run.Id).OrderByDescending(c => c.Id).Take(MembersPerBatch).ToListAsync(ct);
        var ids = changes.Select(c => c.MemberId).Distinct().ToArray();
        var members = await db.Members.Where(m => EF.Parameter(ids).Contains(m.Id)).ToDictionaryAsync(m => m.Id, ct);
        string[] numbers = [.. changes.Select(c => c.Card).OfType<string>()];
        var cards = await db.Cards.Where(c => EF.Parameter(numbers).Contains(c.Number)).ToDictionaryAsync(c => c.Number, ct);
        foreach (var change in changes)
        {
            if (!members.TryGetValue(change.MemberId, out var member))
            {
                continue;
            }

            JsonSerializer.Deserialize<MemberProfile>(change.Before)!.ApplyTo(member);
            if (change.Card is { } number && cards.TryGetValue(number, out var card) && card.MemberId == member.Id)
            {
                TakeBack(db, card);
            }
        }

        foreach (var member in members.Values)
        {
            member.Version++;
        }

        db.ImportChanges.RemoveRange(changes);
        await db.SaveChangesAsync(ct);
        return changes.Count;
    }

    private async Task<int> RemoveAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        (db.Author, db.AuditReason) = (run.UndoneBy!, run.UndoReason);
        var members = await db.Members
            .Where(m => m.ImportId == run.Id && m.Version == 0
                && !db.MemberTiers.Any(t => t.MemberId == m.Id) && !db.Subscriptions.Any(s => s.MemberId == m.Id)
                && !db.ClubPlaces.Any(p => p.MemberId == m.Id) && !db.ClubInvitations.Any(i => i.MemberId == m.Id) && !db.Receipts.Any(r => r.MemberId == m.Id) && !db.Returns.Any(r => r.MemberId == m.Id)
                && !db.Accounts.Any(a => a.MemberId == m.Id && (db.LedgerEntries.Any(e => e.AccountId == a.Id) || db.Holds.Any(h => h.AccountId == a.Id))))
            .OrderBy(m => m.Id).Take(MembersPerBatch).ToListAsync(ct);
        var ids = members.Select(m => m.Id).ToArray();
        var holders = members.Select(m => (long?)m.Id).ToArray();
        foreach (var card in await db.Cards.Where(c => EF.Parameter(holders).Contains(c.MemberId)).ToListAsync(ct))
        {
            TakeBack(db, card);
        }

        db.Accounts.RemoveRange(await db.Accounts.Where(a => EF.Parameter(ids).Contains(a.MemberId)).ToListAsync(ct));
        db.Members.RemoveRange(members);
        await db.SaveChangesAsync(ct);
        return members.Count;
    }

    /// <summary>A card of a series waits for a member again; one that came with the file goes with it.</summary>
    private static void TakeBack(LoyaltyDbContext db, Card card)
    {
        if (card.SeriesId is null)
        {
            db.Cards.Remove(card);
        }
        else
        {
            card.TakeBack();
        }
    }
}
