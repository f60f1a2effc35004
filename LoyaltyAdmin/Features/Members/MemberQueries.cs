using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Finds one member and tells about them.</summary>
public sealed class MemberQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines)
{
    /// <summary>
    /// The member whom a normalised key names (see <see cref="MemberKeyRule"/>); null for nobody. A blocked card names nobody; what
    /// named a member who was merged names the one who stands for it.
    /// </summary>
    public async Task<long?> FindAsync(MemberKey key, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var value = key.Value;
        var members = db.Members.AsNoTracking();
        var found = key.Kind switch
        {
            MemberKeyKind.Id => long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? members.Where(m => m.Id == id).Select(m => m.MergedIntoId ?? m.Id)
                : members.Where(m => false).Select(m => m.Id),
            MemberKeyKind.ExternalId => members.Where(m => m.ExternalId == value).Select(m => m.MergedIntoId ?? m.Id),
            MemberKeyKind.Card => db.Cards.Where(c => c.Number == value && c.Status == CardStatus.Active).Join(members, c => c.MemberId, m => m.Id, (c, m) => m.MergedIntoId ?? m.Id),
            MemberKeyKind.Phone => members.Where(m => m.Phone == value).Select(m => m.MergedIntoId ?? m.Id),
            MemberKeyKind.Email => members.Where(m => m.Email == value).Select(m => m.MergedIntoId ?? m.Id),
            _ => throw new ArgumentOutOfRangeException(nameof(key)),
        };
        return await found.Select(memberId => (long?)memberId).SingleOrDefaultAsync(ct);
    }

    /// <summary>Null where there is no such member.</summary>
    public async Task<MemberDetails?> DetailsAsync(long memberId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId, ct) is not { } member)
        {
            return null;
        }

        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.MemberId == memberId, ct);
        return new MemberDetails
        {
            Id = member.Id,
            AccountId = account.Id,
            Profile = MemberProfile.Of(member),
            JoinedAt = member.JoinedAt,
            JoinedOn = member.JoinedOn,
            Status = member.Status,
            MergedIntoId = member.MergedIntoId,
            MergedFrom = await db.Members.Where(m => m.MergedIntoId == memberId).OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(ct),
            Version = member.Version,
            FirstReceiptOn = account.FirstReceiptOn,
            LastReceiptOn = account.LastReceiptOn,
            Receipts = account.Receipts,
            NetRevenueMinor = account.NetRevenueMinor,
            Cards = await db.Cards.Where(c => c.MemberId == memberId).OrderBy(c => c.Id)
                .Select(c => new CardRow(c.Id, c.Number, c.Status, c.IsVirtual, c.IssuedAt, c.ReplacedBy))
                .ToListAsync(ct),
        };
    }

    /// <summary>The member's points at an instant; null where there is no such member.</summary>
    public async Task<MemberBalance?> BalanceAsync(long memberId, DateTime now, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.MemberId == memberId, ct) is not { } account)
        {
            return null;
        }

        var sums = await db.Lots.AsNoTracking()
            .Where(l => l.AccountId == account.Id && l.Remaining.Value > 0)
            .GroupBy(l => new { IsActive = l.ActivatesAt <= now, l.ExpiresAt })
            .Select(g => new { g.Key.IsActive, g.Key.ExpiresAt, Remaining = g.Sum(l => l.Remaining.Value), Held = g.Sum(l => l.Held.Value) })
            .ToListAsync(ct);
        var overdue = account.Held.IsZero ? [] : await SpendablePoints.OverdueAsync(db, [account.Id], now, ct);
        var spendable = sums.Where(s => s.IsActive && now < s.ExpiresAt).ToList();
        var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
        return new MemberBalance(
            Available: new Points(spendable.Sum(s => s.Remaining - s.Held) + overdue.Where(h => h.IsSpendable).Sum(h => h.Points)),
            Pending: new Points(sums.Where(s => !s.IsActive).Sum(s => s.Remaining)),
            Held: new Points(sums.Sum(s => s.Held) - overdue.Sum(h => h.Points)),
            Debt: account.Debt,
            Expiring: [.. spendable
                .Where(s => s.ExpiresAt != ProgramCalendar.Never && s.Remaining > s.Held)
                .GroupBy(s => LastDay(calendar, s.ExpiresAt), s => s.Remaining - s.Held)
                .OrderBy(g => g.Key)
                .Select(g => new ExpiryBucket(g.Key, new Points(g.Sum())))]);
    }

    /// <summary>The local day of the last instant before an exclusive end (R6).</summary>
    internal static DateOnly LastDay(ProgramCalendar calendar, DateTime expiresAt) => calendar.DayOf(expiresAt.AddMilliseconds(-1));
}
