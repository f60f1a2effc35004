using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>Makes codes void that nobody has used: one that leaked, or all that are left of a series. What was used stays used.</summary>
public sealed class VoidCoupons(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    public const int LongestReason = 500;

    /// <summary>How many codes are void now that were not before.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="seriesId">The series.</param>
    /// <param name="couponId">One code; null for all that are left.</param>
    /// <param name="reason">Why; demanded.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<int>> ExecuteAsync(Actor actor, long seriesId, long? couponId, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        var why = reason.Trim();
        if (why.Length is < 3 or > LongestReason)
        {
            return new Rejection("Coupons.ReasonMissing", LongestReason) { Field = "reason" };
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var count = await db.Coupons
            .Where(c => c.SeriesId == seriesId && (couponId == null || c.Id == couponId) && (c.State == CouponState.Issued || c.State == CouponState.Reserved))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.State, CouponState.Void).SetProperty(x => x.VoidedFor, why), ct);
        if (count == 0)
        {
            return new Rejection("Coupons.NothingToVoid");
        }

        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.UtcNow,
            Author = actor.Name,
            Action = AuditAction.Changed,
            Subject = nameof(CouponSeries),
            SubjectId = seriesId.ToString(CultureInfo.InvariantCulture),
            After = JsonSerializer.Serialize(new { CouponsVoided = count }, ConditionsJson.Options),
            Reason = why,
        });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return count;
    }
}
