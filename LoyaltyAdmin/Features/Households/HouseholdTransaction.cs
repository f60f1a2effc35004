using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Households;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Households;

/// <summary>
/// Changes who belongs to a household. The versions of the accounts of all whom it concerns rise with it: a till that counted
/// on their points before loses its race and reads again. A lost race is tried again with what is there then.
/// </summary>
public sealed class HouseholdTransaction(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Attempts = 20;

    /// <summary>A transaction at work.</summary>
    /// <param name="Db">The context; it is saved at the end.</param>
    /// <param name="Now">The instant of the change.</param>
    /// <param name="Limit">The most members of a household now; zero where there are none.</param>
    internal sealed record Work(LoyaltyDbContext Db, DateTime Now, int Limit);

    /// <summary>Does the work and commits it; what is rejected leaves nothing behind.</summary>
    internal async Task<Result<T>> RunAsync<T>(Actor actor, string? reason, Func<Work, Task<Result<T>>> @do, CancellationToken ct)
        where T : notnull
    {
        actor.Demand(Permission.MembersEdit);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var now = clock.UtcNow;
                var limit = (await timelines.GetAsync(ct)).InForceAt(now).Conditions.Joining.HouseholdLimit;
                await using var db = await databases.CreateDbContextAsync(ct);
                (db.Author, db.AuditReason) = (actor.Name, reason?.Trim());
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var result = await @do(new Work(db, now, limit));
                if (result.Rejection is null)
                {
                    await db.SaveChangesAsync(ct);
                    await transaction.CommitAsync(ct);
                }

                return result;
            }
            catch (Exception e) when (attempt < Attempts && (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                await Task.Delay(Random.Shared.Next(1, 5 * attempt), ct);
            }
        }
    }

    /// <summary>A household and who belongs to it, to be changed; null where there is none, or nobody is left in it.</summary>
    internal static async Task<(Household Household, List<Member> Members)?> FindAsync(LoyaltyDbContext db, int id, CancellationToken ct)
    {
        var household = await db.Households.SingleOrDefaultAsync(h => h.Id == id, ct);
        var members = await db.Members.Where(m => m.HouseholdId == id).OrderBy(m => m.Id).ToListAsync(ct);
        return household is null || members.Count == 0 ? null : (household, members);
    }

    /// <summary>Puts members into a household, or out of any.</summary>
    internal static void Place(IEnumerable<Member> members, int? household)
    {
        foreach (var member in members)
        {
            (member.HouseholdId, member.Version) = (household, member.Version + 1);
        }
    }

    /// <summary>Notes that other points pay for these members from now on.</summary>
    internal static Task TouchAsync(LoyaltyDbContext db, IEnumerable<Member> members, CancellationToken ct)
    {
        long[] ids = [.. members.Select(m => m.Id)];
        return db.Accounts.Where(a => EF.Parameter(ids).Contains(a.MemberId)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version + 1), ct);
    }

    internal static Rejection Unknown(int id) => new("Households.Unknown", id);

    internal static Rejection MemberUnknown(long id) => new("Members.Unknown", id);
}
