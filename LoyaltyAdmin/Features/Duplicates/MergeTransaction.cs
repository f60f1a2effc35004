using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>
/// Works on two members in one transaction. Their accounts' versions rise first: a till that read one of them before loses
/// its race and reads again, and nothing can change between what is read here and what is written.
/// </summary>
public sealed class MergeTransaction(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, PointsDivision division)
{
    private const int Attempts = 20;

    /// <summary>Runs the work, again from the start where it lost a race; what is rejected leaves nothing behind.</summary>
    public async Task<Result<T>> RunAsync<T>(string author, long one, long other, Func<LoyaltyDbContext, Task<Result<T>>> work, CancellationToken ct)
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await TryAsync(author, [Math.Min(one, other), Math.Max(one, other)], work, ct) is { } result)
                {
                    return result;
                }
            }
            catch (Exception e) when (attempt < Attempts && (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                // A till was first, or the database was busy: what is there now is read anew.
            }

            if (attempt >= Attempts)
            {
                throw new InvalidOperationException($"Members {one} and {other} lost {Attempts} races in a row.");
            }

            await Task.Delay(Random.Shared.Next(1, 5 * attempt), ct);
        }
    }

    private async Task<Result<T>?> TryAsync<T>(string author, long[] members, Func<LoyaltyDbContext, Task<Result<T>>> work, CancellationToken ct)
        where T : notnull
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        await db.Database.OpenConnectionAsync(ct);
        db.Author = author;
        var timeline = await timelines.GetAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        foreach (var member in members)
        {
            await db.Accounts.Where(a => a.MemberId == member).ExecuteUpdateAsync(set => set.SetProperty(a => a.Version, a => a.Version + 1), ct);
        }

        if (!await division.HoldAsync(db, timeline.Program, ct))
        {
            return null;
        }

        var result = await work(db);
        if (result.Rejection is null)
        {
            await transaction.CommitAsync(ct);
        }

        return result;
    }
}
