using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>
/// Makes a statement final, in one transaction: it takes every operation that was processed before its end and not settled
/// before, and every adjustment not taken in before. Of two who close it at once one does.
/// </summary>
public sealed class CloseSettlement(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock, SqlProvider sql)
{
    private const int Attempts = 5;

    /// <returns>The statement's number.</returns>
    public async Task<Result<int>> ExecuteAsync(Actor actor, int settlementId, CancellationToken ct)
    {
        actor.Demand(Permission.SettlementsClose);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, settlementId, ct);
            }
            catch (Exception e) when (attempt < Attempts && (sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                // Another statement took the number, or the database was busy.
            }
        }
    }

    private async Task<Result<int>> TryAsync(Actor actor, int settlementId, CancellationToken ct)
    {
        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var calendar = timeline.CalendarAt(now);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Settlements.SingleOrDefaultAsync(s => s.Id == settlementId && s.Status == SettlementStatus.Draft, ct) is not { } settlement)
        {
            return new Rejection("Partners.NoDraft");
        }

        // A period may end today: what is processed later today is for the next statement.
        if (settlement.To > calendar.DayOf(now).AddDays(1))
        {
            return new Rejection("Partners.PeriodNotOver", settlement.To.AddDays(-1));
        }

        var (partner, end) = (settlement.PartnerId, calendar.StartOf(settlement.To));
        var terms = await db.PartnerTerms.AsNoTracking().Where(t => t.PartnerId == partner).ToDictionaryAsync(t => t.Id, ct);
        var last = await db.Settlements.Where(s => s.PartnerId == partner).MaxAsync(s => s.Number, ct) ?? 0;
        settlement.Close(last + 1, PartnerTerms.InForceAt(terms.Values, end.AddMilliseconds(-1))?.Conditions.FeeFixed ?? Money.Zero, now, actor.Name);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Rejection("Partners.NoDraft");
        }

        await SettlementSource.Open(db, partner, end).ExecuteUpdateAsync(s => s.SetProperty(o => o.SettlementId, settlementId), ct);
        await db.SettlementAdjustments.Where(a => a.PartnerId == partner && a.SettlementId == null)
            .ExecuteUpdateAsync(s => s.SetProperty(a => a.SettlementId, settlementId), ct);
        var sums = await SettlementSource.SumAsync(SettlementSource.Of(db, settlementId), ct);
        await sql.InsertAsync(
            db,
            [.. sums.Select(s => SettlementMath.Line(settlementId, s.TermsId, s.Sums, terms[s.TermsId].Conditions, timeline.Program.PointDecimals))],
            ct);
        await transaction.CommitAsync(ct);
        return settlement.Number!.Value;
    }
}
