using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Joining;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Joining;

/// <summary>Reads what decides whether members are in and may spend, set-wise; nothing where no conditions ever asked for it.</summary>
internal static class EntryReader
{
    /// <summary>The entries of these members; none where entry was always free and spending needs nothing.</summary>
    public static async Task<Dictionary<long, MemberEntry>> ReadAsync(
        LoyaltyDbContext db, IReadOnlyCollection<long> members, ProgramTimeline timeline, CancellationToken ct)
    {
        if (members.Count == 0 || timeline.Versions.All(v => v.Conditions.Joining is { Price: EntryPrice.Free, ToSpend: SpendingNeeds.Nothing }))
        {
            return [];
        }

        long[] ids = [.. members];
        var known = await db.Members.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id))
            .Select(m => new { m.Id, m.JoinedAt, HasContact = m.Phone != null || m.Email != null, HasName = m.FirstName != null || m.LastName != null })
            .ToListAsync(ct);
        var largest = timeline.Versions.All(v => v.Conditions.Joining.Price == EntryPrice.Free)
            ? []
            : await db.Receipts.AsNoTracking().Where(r => r.MemberId != null && EF.Parameter(ids).Contains(r.MemberId.Value))
                .GroupBy(r => r.MemberId!.Value).Select(g => new { Id = g.Key, Paid = g.Max(r => r.Net.Minor) }).ToDictionaryAsync(g => g.Id, g => g.Paid, ct);
        return known.ToDictionary(
            m => m.Id, m => new MemberEntry(m.JoinedAt, largest.TryGetValue(m.Id, out var paid) ? new Money(paid) : null, m.HasContact, m.HasName));
    }
}
