using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Features.Campaigns.Till;

/// <summary>Writes what a batch did to campaigns, within the open transaction. Each limit is one conditional update (R9).</summary>
internal static class CampaignTillWriter
{
    private const long NoLimit = -1;

    private const string Total =
        """
        UPDATE "CampaignTotals" SET "Uses" = "Uses" + @p0, "Points" = "Points" + @p1, "Money" = "Money" + @p2
        WHERE "CampaignId" = @p3
            AND (@p4 < 0 OR @p0 <= 0 OR "Uses" + @p0 <= @p4)
            AND (@p5 < 0 OR @p1 <= 0 OR "Points" + @p1 <= @p5)
            AND (@p6 < 0 OR @p2 <= 0 OR "Money" + @p2 <= @p6)
        """;

    private const string Returned =
        """
        UPDATE "ReceiptOffers" SET "ReturnedDiscount" = "ReturnedDiscount" + @p0, "ReturnedPoints" = "ReturnedPoints" + @p1,
            "IsFreed" = CASE WHEN @p2 > 0 THEN 1 ELSE "IsFreed" END
        WHERE "ReceiptId" = @p3 AND "CampaignId" = @p4
        """;

    private const string Withdrawn =
        """UPDATE "OpenPromises" SET "State" = @p0 WHERE "ReceiptId" = @p1 AND "CampaignId" = @p2 AND "State" = @p3""";

    /// <summary>False where a limit was reached by somebody else meanwhile, or a coupon was used: nothing is to be kept then.</summary>
    public static async Task<bool> WriteAsync(LoyaltyDbContext db, SqlProvider sql, CampaignsAtTill state, long partsOfPoint, CancellationToken ct)
    {
        if (!await AddTotalsAsync(db, sql, state.Deltas, state.Book, partsOfPoint, ct))
        {
            return false;
        }

        await sql.InsertAsync(db, state.NewOffers, ct);
        await sql.InsertAsync(db, state.NewPromises, ct);
        await MemberPromotions.Days.AddAsync(db, sql, state.UseDeltas.Where(u => u.Value != 0)
            .OrderBy(u => u.Key.Member).ThenBy(u => u.Key.Campaign).ThenBy(u => u.Key.Day)
            .Select(u => new object?[] { u.Key.Member, u.Key.Campaign, u.Key.Day, u.Value }), ct);
        await MemberPromotions.Counters.AddAsync(db, sql, state.CounterDeltas.Where(c => c.Value != default)
            .OrderBy(c => c.Key.Member).ThenBy(c => c.Key.Key.Campaign, StringComparer.Ordinal).ThenBy(c => c.Key.Key.Counter, StringComparer.Ordinal).ThenBy(c => c.Key.Key.From)
            .Select(c => new object?[] { c.Key.Member, state.Book.Ids[c.Key.Key.Campaign], c.Key.Key.Counter, c.Key.Key.From, c.Value.Total, c.Value.Rewarded }), ct);
        await sql.ExecuteManyAsync(db, Returned, [.. state.GivenBack
            .Where(g => g.Offer.Outcome == OfferOutcome.Applied)
            .Select(g => new object?[] { g.Back.Money.Minor, g.Reversed.Value, (long)g.Back.Uses, g.Receipt.Id, g.CampaignId })], ct);
        await sql.ExecuteManyAsync(db, Withdrawn, [.. state.GivenBack.Where(g => g.Back.TakesPromisesBack)
            .Select(g => new object?[] { PromiseState.Withdrawn, g.Receipt.Id, g.CampaignId, PromiseState.Waiting })], ct);
        return await state.Coupons.WriteAsync(db, sql, ct);
    }

    /// <summary>Adds to totals within the limits of the live versions; false where one would be passed.</summary>
    public static async Task<bool> AddTotalsAsync(
        LoyaltyDbContext db, SqlProvider sql, IReadOnlyDictionary<int, CampaignDelta> deltas, CampaignBook.Snapshot book, long partsOfPoint, CancellationToken ct)
    {
        var rows = deltas.Where(d => d.Value != default).OrderBy(d => d.Key).Select(d =>
        {
            var limits = book.Limits.GetValueOrDefault(d.Key) ?? new CampaignLimits();
            return new object?[]
            {
                d.Value.Uses, d.Value.Points, d.Value.Money, d.Key, limits.Total ?? NoLimit,
                limits.PointsBudget is { } points ? (long)(points * partsOfPoint) : NoLimit, limits.MoneyBudget?.Minor ?? NoLimit,
            };
        }).ToList();
        return !Array.Exists(await sql.ExecuteManyAsync(db, Total, rows, ct), touched => touched != 1);
    }
}
