using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.Coupons;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What campaigns and coupons had set aside for holds whose time is over is free again (R9).</summary>
public sealed class HeldOffers(CampaignBook book, CouponCodes codes, IdSource ids, SqlProvider sql)
{
    /// <summary>What to write in the transaction that closes the holds; null for nothing.</summary>
    /// <param name="db">To read with.</param>
    /// <param name="holds">That lapse.</param>
    /// <param name="timeline">The program.</param>
    /// <param name="memberOf">Whose a hold is; null for nobody's.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Func<LoyaltyDbContext, Task>?> ReleaseAsync(
        LoyaltyDbContext db, IReadOnlyList<Hold> holds, ProgramTimeline timeline, Func<Hold, long?> memberOf, CancellationToken ct)
    {
        var held = holds.Select(h => (Hold: h, HoldJson.Decision(h.Decision).Decision.Offers)).Where(h => h.Offers.Count > 0).ToList();
        if (held.Count == 0)
        {
            return null;
        }

        var campaigns = new CampaignsAtTill(await book.GetAsync(ct), new CouponsAtTill(codes, ids));
        await campaigns.Coupons.LoadAsync(db, [.. held.SelectMany(h => h.Offers).Select(o => o.Code).OfType<string>()], [], [], ct);
        foreach (var (hold, offers) in held)
        {
            var at = HoldJson.Draft(hold.Payload).OccurredAt;
            campaigns.Release(offers, memberOf(hold), timeline.CalendarAt(at).DayOf(at));
        }

        return async context =>
        {
            if (!await CampaignTillWriter.WriteAsync(context, sql, campaigns, PointsScale.Factor(timeline.Program.PointDecimals), ct))
            {
                throw new DbUpdateConcurrencyException("A coupon was used while its hold lapsed.");
            }
        };
    }
}
