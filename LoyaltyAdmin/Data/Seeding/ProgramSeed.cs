using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Data.Seeding;

/// <summary>
/// The program that a new installation begins with: version 1, in force from the beginning of time. Of nodes that start at
/// once one makes it, for a row of a fixed key is written in the same transaction.
/// </summary>
public static class ProgramSeed
{
    private const string Mark = "seed:program";

    /// <summary>Makes the first program where there is none.</summary>
    public static async Task EnsureAsync(
        IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, BusinessClock clock, ProgramConditions conditions, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Programs.AnyAsync(ct))
        {
            return;
        }

        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var program = new LoyaltyProgram { Name = "Loyalty" };
            db.IdSequences.Add(new IdSequence { Name = Mark });
            db.Programs.Add(program);
            await db.SaveChangesAsync(ct);

            var version = new ProgramVersion { ProgramId = program.Id, Number = 1, Conditions = conditions };
            version.Publish(ProgramCalendar.BeginningOfTime, clock.UtcNow, db.Author);
            db.ProgramVersions.Add(version);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
        {
            // Another node was first: the program is there, which is all that was wanted.
        }
    }
}
