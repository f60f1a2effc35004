using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Coupons;

/// <summary>
/// Brings codes made elsewhere into a series: the first column of a table, or one a line. Each is checked by itself, within
/// the file and against all codes; the right ones come in together, the wrong ones are told with their rows.
/// </summary>
public sealed class ImportCoupons(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, CouponCodes codes, BusinessClock clock)
{
    public const int MostBytes = 20 << 20;

    private const int Shortest = 3;
    private const int Attempts = 3;
    private const int Batch = 5_000;

    private static readonly HashSet<string> Headings = new(StringComparer.OrdinalIgnoreCase) { "code", "coupon", "promo", "promo code", "код", "купон", "промокод" };

    /// <summary>What an import of the file would do; writes nothing.</summary>
    public async Task<Result<CouponFileReport>> CheckAsync(Actor actor, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ReadAsync(db, file, ct);
    }

    /// <summary>Writes what is right of the file.</summary>
    public async Task<Result<CouponFileReport>> ExecuteAsync(Actor actor, long seriesId, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        actor.Demand(Permission.PromotionsEdit);
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.CouponSeries.AsNoTracking().SingleOrDefaultAsync(s => s.Id == seriesId, ct) is not { Kind: CouponKind.Unique } series)
            {
                return CouponRejections.Shared();
            }

            if (!(await ReadAsync(db, file, ct)).Accepted(out var report, out var rejection))
            {
                return rejection;
            }

            if (report.Codes.Count == 0)
            {
                return new Rejection("Coupons.NothingToImport") { Field = "file" };
            }

            var now = clock.UtcNow;
            var coupons = report.Codes.Select(code => codes.Of(series, code, now)).ToList();
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                db.AuditEntries.Add(IssueCoupons.Audit(actor, series, report.Codes.Count, now));
                await db.SaveChangesAsync(ct);
                await codes.WriteAsync(db, series, coupons, ct);
                await transaction.CommitAsync(ct);
                return report with { IsDone = true };
            }
            catch (Exception exception) when (attempt < Attempts && sql.IsUniqueViolation(exception))
            {
                // One of the codes came in between: check again.
            }
        }
    }

    private static async Task<Result<CouponFileReport>> ReadAsync(LoyaltyDbContext db, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        var errors = new SortedDictionary<int, CouponFileError>();
        var found = new Dictionary<string, (int Row, string Code)>(StringComparer.Ordinal);
        try
        {
            using var table = TableReader.Open(new MemoryStream(file.ToArray(), writable: false));
            var (column, isHeading) = Find(table.Columns);
            if (!isHeading)
            {
                Take(table.Row, table.Columns[column]);
            }

            while (table.Read() && found.Count + errors.Count <= CouponSeriesPlan.MostAtOnce)
            {
                ct.ThrowIfCancellationRequested();
                Take(table.Row, table.IsMalformed ? "" : table[column].ToString());
            }
        }
        catch (UnreadableTableException)
        {
            return new Rejection("Coupons.FileUnreadable") { Field = "file" };
        }

        if (found.Count + errors.Count > CouponSeriesPlan.MostAtOnce)
        {
            return new Rejection("Coupons.FileTooLong", CouponSeriesPlan.MostAtOnce) { Field = "file" };
        }

        foreach (var batch in found.Keys.ToList().Chunk(Batch))
        {
            foreach (var taken in await db.Coupons.Where(c => EF.Parameter(batch).Contains(c.Key)).Select(c => c.Key).ToListAsync(ct))
            {
                found.Remove(taken, out var row);
                errors[row.Row] = new CouponFileError(row.Row, row.Code, CouponRejections.CodeTaken(row.Code));
            }
        }

        return new CouponFileReport { Codes = [.. found.Values.OrderBy(f => f.Row).Select(f => f.Code)], Errors = [.. errors.Values] };

        void Take(int row, string text)
        {
            var (code, key) = (text.Trim(), CodeText.Fold(text));
            if (key.Length < Shortest || code.Length > Coupon.LongestCode)
            {
                errors[row] = new CouponFileError(row, code, new Rejection("Coupons.CodeMalformed", Shortest, Coupon.LongestCode));
            }
            else if (!found.TryAdd(key, (row, code)))
            {
                errors[row] = new CouponFileError(row, code, new Rejection("Coupons.CodeTwice", found[key].Row));
            }
        }
    }

    private static (int Column, bool IsHeading) Find(IReadOnlyList<string> columns)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (Headings.Contains(columns[i].Trim()))
            {
                return (i, true);
            }
        }

        return (0, false);
    }
}
