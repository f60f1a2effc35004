using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs.Economics;

/// <summary>Keeps what people say of the shop where its data say nothing, for everybody who looks at the needle.</summary>
public sealed class AssumeFigures(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines)
{
    /// <summary>Keeps them; null for what is left to the portal. Refused with <c>Programs.NotAShare</c>.</summary>
    public async Task<Rejection?> ExecuteAsync(Actor actor, decimal? margin, decimal? redeemed, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramEdit);
        if (margin is < 0 or > 1 || redeemed is < 0 or > 1)
        {
            return new Rejection("Programs.NotAShare");
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        (await db.Programs.OrderBy(p => p.Id).FirstAsync(ct)).Assume(margin, redeemed);
        await db.SaveChangesAsync(ct);
        timelines.Forget();
        return null;
    }
}
