using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Kpi;

/// <summary>How far a shop is with its portal, by its own data: those of the demo shop do not count.</summary>
/// <param name="Published">Conditions were published by a person.</param>
/// <param name="HasData">Members and purchases are there.</param>
/// <param name="HasKey">A till has a key.</param>
/// <param name="TillPosts">A till has posted.</param>
/// <param name="Dismissed">Somebody has sent the steps away.</param>
public sealed record FirstStepsState(bool Published, bool HasData, bool HasKey, bool TillPosts, bool Dismissed)
{
    public int Done => (Published ? 1 : 0) + (HasData ? 1 : 0) + (TillPosts ? 1 : 0);

    public bool AllDone => Done == 3;
}

/// <summary>Tells which first steps are done, and forgets them when they are and somebody says so.</summary>
public sealed class FirstSteps(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    private const string Mark = "done:first-steps";
    private const int LatestReceipts = 1_000;

    public async Task<FirstStepsState> StateAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.IdSequences.AnyAsync(s => s.Name == Mark, ct))
        {
            return new FirstStepsState(true, true, true, true, Dismissed: true);
        }

        return new FirstStepsState(
            await db.ProgramVersions.AnyAsync(v => v.Status == VersionStatus.Published && v.Number > 1, ct),
            await db.Members.AnyAsync(m => !m.IsDemo, ct) && await db.Receipts.AnyAsync(r => r.Source != ReceiptSource.Demo, ct),
            await db.ApiKeys.AnyAsync(k => k.RevokedAt == null, ct),
            await db.Receipts.OrderByDescending(r => r.Id).Take(LatestReceipts).AnyAsync(r => r.Source == ReceiptSource.Api, ct),
            Dismissed: false);
    }

    /// <summary>Shows them no more to anybody; nothing happens while one is to do.</summary>
    public async Task DismissAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.DashboardView);
        if (await StateAsync(ct) is not { AllDone: true, Dismissed: false })
        {
            return;
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        db.IdSequences.Add(new IdSequence { Name = Mark });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
        {
            // Somebody else said so at the same moment.
        }
    }
}
