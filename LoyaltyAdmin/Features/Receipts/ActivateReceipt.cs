using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>The event that a receipt's points waited for has come, such as delivered or paid: they become spendable (R5).</summary>
public sealed class ActivateReceipt(IDbContextFactory<LoyaltyDbContext> databases, LedgerBatch batch, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>What the event did; told again it finds nothing to do.</summary>
    /// <param name="ReceiptKey">The receipt.</param>
    /// <param name="Points">What became spendable.</param>
    /// <param name="Available">What the member can spend now.</param>
    public sealed record Activated(string ReceiptKey, Points Points, Points Available);

    public async Task<Result<Activated>> ExecuteAsync(Actor actor, string receiptKey, CancellationToken ct)
    {
        actor.Demand(Permission.ReceiptsPost);
        var (kept, partner) = (actor.Partner?.Keep(receiptKey) ?? receiptKey, actor.Partner?.Id);
        await using var db = await databases.CreateDbContextAsync(ct);
        var receipt = await (
            from r in db.Receipts.AsNoTracking()
            join m in db.Members on r.MemberId equals m.Id
            join a in db.Accounts on m.Id equals a.MemberId
            where r.Key == kept && r.PartnerId == partner
            select new { r.Id, r.RuleVersion, m.JoinedOn, MemberId = m.Id, AccountId = a.Id }).SingleOrDefaultAsync(ct);
        if (receipt is null)
        {
            return ReceiptRejections.ReceiptUnknown(receiptKey);
        }

        var timeline = await timelines.GetAsync(ct);
        var expiry = (timeline.Versions.FirstOrDefault(v => v.Number == receipt.RuleVersion) ?? timeline.Versions[0]).Conditions.Expiry;
        Activated? outcome = null;
        await batch.RunAsync(
            actor.Name,
            [receipt.AccountId],
            work =>
            {
                var ledger = work.Ledgers[receipt.AccountId];
                ledger.Expire(work.Now, work.Calendar);
                DateTime ExpiryOf(PointsLot lot) => ExpiryRule.ExpiresAt(expiry, lot.EarnedAt, work.Now, receipt.JoinedOn, work.Calendar);
                outcome = new Activated(receiptKey, ledger.Activate(receipt.Id, work.Now, ExpiryOf), ledger.Available);
                return Task.FromResult(!outcome.Points.IsZero);
            },
            ct);
        return outcome! with { Available = await HouseholdReader.AvailableAsync(db, receipt.MemberId, outcome.Available, timeline, clock.UtcNow, ct) };
    }
}
