using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>What the one who approves a campaign has to know.</summary>
public sealed class CampaignReview(IDbContextFactory<LoyaltyDbContext> databases, CampaignAudiences audiences)
{
    /// <summary>Why a second person is asked; empty where none is.</summary>
    public async Task<IReadOnlyList<Rejection>> AboveAsync(Actor actor, CampaignTerms terms, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsView);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await audiences.AboveLimitsAsync(db, terms, ct);
    }
}
