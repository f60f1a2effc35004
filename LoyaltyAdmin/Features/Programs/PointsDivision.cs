using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Programs;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>
/// Keeps apart those who write points and those who divide points anew. A writer holds the program's row for reading until
/// its transaction ends, a divider takes it for itself before it looks whether there are points: one of them sees the other.
/// </summary>
public sealed class PointsDivision(SqlProvider sql, ProgramTimelines timelines)
{
    private const string TakeProgram =
        """UPDATE "Programs" SET "PointDecimals" = "PointDecimals" WHERE "Id" = @p0 AND "PointDecimals" = @p1""";

    private readonly string holdProgram = $"SELECT \"PointDecimals\" AS \"Value\" FROM {sql.HeldForReading("Programs")} WHERE \"Id\" = {{0}}";

    /// <summary>
    /// Whether points are still divided as a decision took it. If so, they stay so until the open transaction ends; if not,
    /// the conditions in memory are forgotten, and the decision is to be made anew.
    /// </summary>
    public async Task<bool> HoldAsync(LoyaltyDbContext db, LoyaltyProgram decidedWith, CancellationToken ct)
    {
        if (await db.Database.SqlQueryRaw<int>(holdProgram, decidedWith.Id).ToListAsync(ct) is [var decimals] && decimals == decidedWith.PointDecimals)
        {
            return true;
        }

        timelines.Forget();
        return false;
    }

    /// <summary>Whether the program was still as it was read; if so, nobody writes points until the open transaction ends.</summary>
    public async Task<bool> TakeAsync(LoyaltyDbContext db, LoyaltyProgram read, CancellationToken ct) =>
        await sql.ExecuteManyAsync(db, TakeProgram, [[read.Id, read.PointDecimals]], ct) is [1];
}
