using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Partners;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>What a statement adds up, summed in the database however many operations there are.</summary>
internal static class SettlementSource
{
    /// <summary>The partner's operations that no statement has settled and that were processed before an instant.</summary>
    public static IQueryable<PartnerOperation> Open(LoyaltyDbContext db, int partnerId, DateTime before) =>
        db.PartnerOperations.Where(o => o.PartnerId == partnerId && o.SettlementId == null && o.RecordedAt < before);

    /// <summary>Those that a statement has settled.</summary>
    public static IQueryable<PartnerOperation> Of(LoyaltyDbContext db, int settlementId) => db.PartnerOperations.Where(o => o.SettlementId == settlementId);

    /// <summary>The sums of operations by partner and terms.</summary>
    public static async Task<IReadOnlyList<TermsSums>> SumAsync(IQueryable<PartnerOperation> operations, CancellationToken ct) =>
        [.. (await operations.GroupBy(o => new { o.PartnerId, o.TermsId })
            .Select(g => new
            {
                g.Key.PartnerId,
                g.Key.TermsId,
                Operations = g.Count(),
                Issued = g.Sum(o => o.Issued.Value),
                Reversed = g.Sum(o => o.Reversed.Value),
                Redeemed = g.Sum(o => o.Redeemed.Value),
                Restored = g.Sum(o => o.Restored.Value),
                Turnover = g.Sum(o => o.Turnover.Minor),
                Refund = g.Sum(o => o.Refund.Minor),
            }).ToListAsync(ct))
            .Select(g => new TermsSums(
                g.PartnerId, g.TermsId, new SettlementSums(g.Operations, g.Issued, g.Reversed, g.Redeemed, g.Restored, g.Turnover, g.Refund)))
            .OrderBy(g => g.TermsId)];

    /// <summary>Sums under one set of terms.</summary>
    public sealed record TermsSums(int PartnerId, int TermsId, SettlementSums Sums);
}
