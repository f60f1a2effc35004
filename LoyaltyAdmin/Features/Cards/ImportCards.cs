using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Csv;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Cards;

/// <summary>
/// Brings in a series that was printed elsewhere: each number is checked by itself, within the file and against all cards. The
/// right ones become free cards in one transaction; the wrong ones are told with their rows.
/// </summary>
public sealed class ImportCards(IDbContextFactory<LoyaltyDbContext> databases, IdSource ids, SqlProvider sql, BusinessClock clock)
{
    /// <summary>Larger files are refused: they hold another thing, or several series.</summary>
    public const int MostRows = 200_000;

    public const int MostBytes = 20 << 20;

    private const int Attempts = 3;

    /// <summary>What an import of the file would do; writes nothing.</summary>
    public async Task<Result<CardFileReport>> CheckAsync(Actor actor, PrintedSeries printed, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        actor.Demand(Permission.CardsManage);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await ReadAsync(db, printed.Normalise(), file, ct);
    }

    /// <summary>The series with what was taken and what was not.</summary>
    public async Task<Result<CardFileReport>> ExecuteAsync(Actor actor, PrintedSeries wanted, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        actor.Demand(Permission.CardsManage);

        var printed = wanted.Normalise();
        for (var attempt = 1; ; attempt++)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (!(await ReadAsync(db, printed, file, ct)).Accepted(out var report, out var rejection))
            {
                return rejection;
            }

            if (report.Numbers.Count == 0)
            {
                return new Rejection("Cards.NothingToImport") { Field = "file" };
            }

            var series = Series(actor, printed, report);
            try
            {
                await CreateCardSeries.WriteAsync(db, sql, actor, series, report.Numbers, ct);
                return report with { SeriesId = series.Id };
            }
            catch (Exception exception) when (attempt < Attempts && sql.IsUniqueViolation(exception))
            {
                // A card with one of the numbers came in between: check again.
            }
        }
    }

    private CardSeries Series(Actor actor, PrintedSeries printed, CardFileReport report)
    {
        var lengths = report.Numbers.Select(number => number.Length).Distinct().Take(2).ToList();
        return new CardSeries
        {
            Id = ids.Next<CardSeries>(),
            Name = printed.Name,
            Prefix = printed.Prefix,
            Length = printed.Length ?? (lengths is [var only] ? only : 0),
            HasCheckDigit = printed.HasCheckDigit,
            IsVirtual = false,
            Numbering = CardNumbering.Printed,
            CreatedAt = clock.UtcNow,
            CreatedBy = actor.Name,
            Cards = report.Numbers.Count,
        };
    }

    private static async Task<Result<CardFileReport>> ReadAsync(LoyaltyDbContext db, PrintedSeries printed, ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        if (printed.Check() is [var problem, ..])
        {
            return problem;
        }

        var errors = new SortedDictionary<int, CardFileError>();
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        try
        {
            foreach (var row in CardFileReader.Read(new MemoryStream(file.ToArray(), writable: false)))
            {
                ct.ThrowIfCancellationRequested();
                if (Judge(row, printed, rows) is { } wrong)
                {
                    errors[row.Row] = new CardFileError(row.Row, row.Text, wrong);
                }

                if (rows.Count + errors.Count > MostRows)
                {
                    return new Rejection("Cards.FileTooLong", MostRows) { Field = "file" };
                }
            }
        }
        catch (UnreadableTableException)
        {
            return new Rejection("Cards.FileUnreadable") { Field = "file" };
        }

        foreach (var taken in await CardNumbersInUse.AmongAsync(db, rows.Keys, ct))
        {
            rows.Remove(taken, out var row);
            errors[row] = new CardFileError(row, taken, new Rejection("Cards.NumberTaken", taken));
        }

        return new CardFileReport { Numbers = [.. rows.OrderBy(r => r.Value).Select(r => r.Key)], Errors = [.. errors.Values] };
    }

    private static Rejection? Judge(CardFileRow row, PrintedSeries printed, Dictionary<string, int> rows)
    {
        if (row.Problem is not null)
        {
            return row.Problem;
        }

        if (!printed.Read(row.Text).Accepted(out var number, out var rejection))
        {
            return rejection;
        }

        return rows.TryAdd(number, row.Row) ? null : new Rejection("Cards.NumberTwice", number, rows[number]);
    }
}
