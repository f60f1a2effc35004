using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>
/// Changes places in clubs. Who gives a place holds the club until the end: the seats that were counted are those that are
/// left. A lost race is tried again with what is there then.
/// </summary>
public sealed class ClubTransaction(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock)
{
    private const int Attempts = 20;

    /// <summary>A transaction at work.</summary>
    internal sealed record Work(LoyaltyDbContext Db, DateTime Now, ProgramCalendar Calendar, Actor Actor)
    {
        /// <summary>The local day.</summary>
        public DateOnly Today => Calendar.DayOf(Now);
    }

    /// <summary>Does the work and commits it; what is rejected leaves nothing behind.</summary>
    internal async Task<Result<T>> RunAsync<T>(Actor actor, Func<Work, Task<Result<T>>> @do, CancellationToken ct)
        where T : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var now = clock.UtcNow;
                var calendar = (await timelines.GetAsync(ct)).CalendarAt(now);
                await using var db = await databases.CreateDbContextAsync(ct);
                db.Author = actor.Name;
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                var result = await @do(new Work(db, now, calendar, actor));
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

    /// <summary>The club with its terms; nobody else gives a place in it until the end.</summary>
    internal static async Task<Club?> HoldAsync(LoyaltyDbContext db, int id, CancellationToken ct)
    {
        await db.Clubs.Where(c => c.Id == id).ExecuteUpdateAsync(set => set.SetProperty(c => c.Turns, c => c.Turns + 1), ct);
        return await db.Clubs.AsNoTracking().Include(c => c.Versions).SingleOrDefaultAsync(c => c.Id == id, ct);
    }

    /// <summary>How many are in a club at an instant.</summary>
    internal static Task<int> CountAsync(LoyaltyDbContext db, int club, DateTime at, CancellationToken ct) =>
        db.ClubPlaces.CountAsync(p => p.ClubId == club && p.Until > at && p.From <= at, ct);

    /// <summary>Gives a place; the club and the member are held.</summary>
    internal static async Task<Result<ClubPlace>> JoinAsync(
        Work work, Club club, long member, ClubEntry entry, (long Place, long Event) ids, string? reason, long? metric, CancellationToken ct)
    {
        var (db, terms) = (work.Db, club.At(work.Now).Terms);
        if (!club.IsOpen)
        {
            return ClubRejections.Closed(club.Name);
        }

        if (await db.ClubPlaces.SingleOrDefaultAsync(p => p.MemberId == member && p.ClubId == club.Id && p.IsOpen, ct) is { } open)
        {
            if (open.Until > work.Now)
            {
                return ClubRejections.AlreadyInConflict(club.Name);
            }

            (open.IsOpen, open.Version) = (false, open.Version + 1);
            await db.SaveChangesAsync(ct);
        }

        if (terms.Seats is { } seats && await CountAsync(db, club.Id, work.Now, ct) >= seats)
        {
            return ClubRejections.Full(club.Name, seats);
        }

        var until = terms.EndOf(work.Today, work.Calendar);
        var place = new ClubPlace { Id = ids.Place, ClubId = club.Id, MemberId = member, From = work.Now, Until = until, Entry = entry };
        db.ClubPlaces.Add(place);
        db.ClubEvents.Add(new ClubEvent { Id = ids.Event, PlaceId = ids.Place, Kind = ClubEventKind.Joined, At = work.Now, Until = until, Metric = metric, Author = work.Actor.Name, Reason = reason?.Trim() });
        Note(work, member, club, null, "In", reason);
        return place;
    }

    /// <summary>Adds an event to a place and works its course out anew.</summary>
    internal static async Task WriteAsync(LoyaltyDbContext db, ClubPlace place, ClubEvent happened, CancellationToken ct)
    {
        var events = await db.ClubEvents.AsNoTracking().Where(e => e.PlaceId == place.Id).ToListAsync(ct);
        var course = ClubCourse.Of([.. events, happened]);
        db.ClubEvents.Add(happened);
        (place.Until, place.End, place.Version) = (course.Until, course.End, place.Version + 1);
    }

    /// <summary>Writes into the member's history what was done by hand.</summary>
    internal static void Note(Work work, long member, Club club, string? before, string? after, string? reason)
    {
        if (reason is null)
        {
            return;
        }

        work.Db.AuditEntries.Add(new AuditEntry
        {
            At = work.Now,
            Author = work.Actor.Name,
            Action = AuditAction.Changed,
            Subject = nameof(Member),
            SubjectId = member.ToString(CultureInfo.InvariantCulture),
            Before = before is null ? null : Told(club, before),
            After = after is null ? null : Told(club, after),
            Reason = reason.Trim(),
        });
    }

    private static string Told(Club club, string state) => JsonSerializer.Serialize(new { Club = club.Name, ClubState = state }, ConditionsJson.Options);
}
