using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Why;

/// <summary>Why points came or went: from the receipt or the person to the rule, its version, and the lots.</summary>
public sealed class ExplainEntry(IDbContextFactory<LoyaltyDbContext> databases, WhyWords words, EntryWords kinds, BusinessClock clock)
{
    /// <summary>Null where the member has no such entry.</summary>
    public async Task<Explanation?> ExecuteAsync(Actor actor, long memberId, long entryId, CancellationToken ct)
    {
        actor.Demand(Permission.MembersView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var entry = await (
            from e in db.LedgerEntries.AsNoTracking()
            join a in db.Accounts on e.AccountId equals a.Id
            where e.Id == entryId && a.MemberId == memberId
            select e).SingleOrDefaultAsync(ct);
        if (entry is null)
        {
            return null;
        }

        var tell = await words.BeginAsync(ct);
        var receipt = entry.ReceiptId is { } id ? await db.Receipts.AsNoTracking().Include(r => r.Lines).SingleOrDefaultAsync(r => r.Id == id, ct) : null;
        await CauseAsync(db, tell, entry, receipt, kinds.Said(entry.Reason), ct);
        await LotsAsync(db, tell, entry, ct);
        var title = tell["Title.Entry", kinds.Kind(entry.Kind), tell.Points(entry.Points), tell.Instant(entry.At)];
        return tell.End(title);
    }

    private static async Task CauseAsync(LoyaltyDbContext db, WhyTelling tell, LedgerEntry entry, Receipt? receipt, string? reason, CancellationToken ct)
    {
        if (entry.ReturnId is { } returnId && await db.Returns.AsNoTracking().SingleOrDefaultAsync(r => r.Id == returnId, ct) is { } goods)
        {
            tell.Link($"/returns/{goods.Id}", "Return", goods.Key, tell.Instant(goods.OccurredAt), tell.Money(goods.Refund));
        }

        if (receipt is not null)
        {
            tell.Receipt(receipt);
        }

        switch (entry.Kind)
        {
            case EntryKind.Accrual when receipt is not null:
                tell.Reasons(receipt, ofRedemption: false);
                tell.Lines(receipt, l => l.Accrued, "LineAccrued");
                tell.Version(receipt.RuleVersion);
                break;
            case EntryKind.Redemption when receipt is not null:
                tell.Reasons(receipt, ofRedemption: true);
                tell.Lines(receipt, l => l.RedeemedPoints, "LineRedeemed");
                tell.Version(receipt.RuleVersion);
                break;
            case EntryKind.OpeningBalance or EntryKind.CorrectionUp or EntryKind.CorrectionDown:
                tell.Say($"By.{entry.Kind}", entry.Author ?? tell["System"], entry.Reason ?? tell["NoReason"], tell.Instant(entry.RecordedAt));
                break;
            case EntryKind.Reward:
                tell.Say("By.Reward", reason ?? tell["NoReason"], tell.Instant(entry.RecordedAt));
                break;
            case EntryKind.Reversal when RewardReasons.IsCode(entry.Reason):
                tell.Say("By.RewardTakenBack", reason!, tell.Instant(entry.RecordedAt));
                break;
            default:
                tell.Say($"Kind.{entry.Kind}", tell.LastDay(entry.At));
                break;
        }
    }

    private async Task LotsAsync(LoyaltyDbContext db, WhyTelling tell, LedgerEntry entry, CancellationToken ct)
    {
        var made = await db.Lots.AsNoTracking().Where(l => l.AccountId == entry.AccountId && l.EntryId == entry.Id).OrderBy(l => l.Id).ToListAsync(ct);
        foreach (var lot in made)
        {
            tell.Lot(lot, clock.UtcNow);
        }

        var parts = await (
            from allocation in db.Allocations.AsNoTracking()
            join lot in db.Lots.AsNoTracking() on allocation.LotId equals lot.Id
            where allocation.EntryId == entry.Id
            orderby lot.ExpiresAt, lot.EarnedAt, lot.Id
            select new { Lot = lot, allocation.Points }).ToListAsync(ct);
        if (parts.Count == 0)
        {
            return;
        }

        tell.Say($"Order.{entry.Kind}");
        var receipts = parts.Select(p => p.Lot.ReceiptId).OfType<long>().Distinct().ToList();
        var keys = await db.Receipts.Where(r => receipts.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Key, ct);
        foreach (var part in parts)
        {
            tell.Part(part.Lot, part.Points, part.Lot.ReceiptId is { } id ? keys.GetValueOrDefault(id) : null);
        }

        if (entry.Kind == EntryKind.Expiry)
        {
            foreach (var version in parts.Where(p => p.Lot.RuleVersion > 0).Select(p => p.Lot.RuleVersion).Distinct())
            {
                tell.Version(version);
            }
        }
    }
}
