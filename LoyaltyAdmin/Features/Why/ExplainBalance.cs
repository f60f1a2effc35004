using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Why;

/// <summary>Why a balance is what it is: the movements that add up to it, and the lots that it consists of.</summary>
public sealed class ExplainBalance(IDbContextFactory<LoyaltyDbContext> databases, WhyWords words, MemberQueries members, BusinessClock clock)
{
    private const int MostLots = 12;

    /// <summary>Null where there is no such member.</summary>
    public async Task<Explanation?> ExecuteAsync(Actor actor, long memberId, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);
        var now = clock.UtcNow;
        if (await members.BalanceAsync(memberId, now, ct) is not { } balance)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.MemberId == memberId, ct);
        var tell = await words.BeginAsync(ct);
        await MovementsAsync(db, tell, account.Id, ct);
        await LotsAsync(db, tell, account.Id, now, ct);
        if (!balance.Pending.IsZero)
        {
            tell.Say("Pending", tell.Points(balance.Pending));
        }

        if (!balance.Held.IsZero)
        {
            await HoldsAsync(db, tell, account.Id, now, ct);
        }

        if (!balance.Debt.IsZero)
        {
            tell.Say("Debt", tell.Points(balance.Debt));
        }

        return tell.End(tell["Title.Balance", tell.Points(balance.Available)]);
    }

    private static async Task MovementsAsync(LoyaltyDbContext db, WhyTelling tell, long account, CancellationToken ct)
    {
        var sums = await db.LedgerEntries.AsNoTracking().Where(e => e.AccountId == account)
            .GroupBy(e => e.Kind).Select(g => new { g.Key, Points = g.Sum(e => e.Points.Value), Count = g.Count() })
            .ToListAsync(ct);
        if (sums.Count == 0)
        {
            tell.Say("NothingYet");
        }

        foreach (var sum in sums.OrderBy(s => s.Key.IsCredit() ? 0 : 1).ThenBy(s => s.Key))
        {
            tell.Say($"Sum.{sum.Key}", tell.Points(new Points(sum.Points)), sum.Count);
        }
    }

    private static async Task LotsAsync(LoyaltyDbContext db, WhyTelling tell, long account, DateTime now, CancellationToken ct)
    {
        var spendable = db.Lots.AsNoTracking()
            .Where(l => l.AccountId == account && l.Remaining.Value > l.Held.Value && l.ActivatesAt <= now && l.ExpiresAt > now);
        var count = await spendable.CountAsync(ct);
        if (count == 0)
        {
            return;
        }

        tell.Say("Spendable");
        var rows = await (
            from lot in spendable.OrderBy(l => l.ExpiresAt).ThenBy(l => l.EarnedAt).ThenBy(l => l.Id).Take(MostLots)
            join receipt in db.Receipts on lot.ReceiptId equals receipt.Id into receipts
            from receipt in receipts.DefaultIfEmpty()
            select new { Lot = lot, Key = receipt == null ? null : receipt.Key }).ToListAsync(ct);
        foreach (var row in rows.OrderBy(r => r.Lot.ExpiresAt).ThenBy(r => r.Lot.EarnedAt).ThenBy(r => r.Lot.Id))
        {
            tell.Part(row.Lot, row.Lot.Remaining - row.Lot.Held, row.Key);
        }

        if (count > MostLots)
        {
            tell.Say("MoreLots", count - MostLots);
        }
    }

    private static async Task HoldsAsync(LoyaltyDbContext db, WhyTelling tell, long account, DateTime now, CancellationToken ct)
    {
        // A hold of the household may have set points aside here as well.
        var held = await (
            from lot in db.Lots.AsNoTracking()
            where lot.AccountId == account && lot.Held.Value > 0
            join part in db.HoldLots on lot.Id equals part.LotId
            join hold in db.Holds on part.HoldId equals hold.Id
            where hold.Status == HoldStatus.Open && hold.ExpiresAt > now
            group part.Points.Value by new { hold.Id, hold.ReceiptKey, hold.ExpiresAt } into parts
            orderby parts.Key.ExpiresAt, parts.Key.Id
            select new { parts.Key.ReceiptKey, parts.Key.ExpiresAt, Points = parts.Sum() }).Take(MostLots).ToListAsync(ct);
        foreach (var hold in held)
        {
            tell.Say("Held", tell.Points(new Points(hold.Points)), hold.ReceiptKey, tell.Instant(hold.ExpiresAt));
        }
    }
}
