using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Tiers;

/// <summary>A person of the staff gives a member a level until a day, with a reason, or takes such a gift back (R7).</summary>
public sealed class GiveTier(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, TierCourses courses, BusinessClock clock)
{
    private const int ShortestReason = 3;
    private const int LongestReason = 1_000;
    private const int Attempts = 5;

    /// <summary>Gives a level; a gift that stands already is replaced.</summary>
    /// <param name="actor">Who; needs <see cref="Permission.TiersGive"/>.</param>
    /// <param name="memberId">To whom.</param>
    /// <param name="level">Key of the level.</param>
    /// <param name="lastDay">The last local day on which it stands.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when done, or why not.</returns>
    public Task<Rejection?> ExecuteAsync(Actor actor, long memberId, string level, DateOnly? lastDay, string reason, CancellationToken ct) =>
        ChangeAsync(
            actor,
            memberId,
            reason,
            (rules, _, today) =>
                rules.Ladder.Find(level) is null ? new Rejection("Tiers.LevelUnknown") { Field = "level" }
                : lastDay is null || lastDay < today || lastDay > today.AddYears(10) ? new Rejection("Tiers.LastDayPast") { Field = "lastDay" }
                : null,
            (rules, at, course) => course.Give(rules, at, new TierLock(level, lastDay!.Value.AddDays(1), reason.Trim()), reason.Trim(), actor.Name),
            ct);

    /// <summary>Ends a gift: the earned level counts again.</summary>
    public Task<Rejection?> TakeBackAsync(Actor actor, long memberId, string reason, CancellationToken ct) =>
        ChangeAsync(
            actor,
            memberId,
            reason,
            (_, course, today) => course.Standing?.Lock is { } gift && today < gift.Until ? null : new Rejection("Tiers.NothingGiven"),
            (rules, at, course) => course.Give(rules, at, null, reason.Trim(), actor.Name),
            ct);

    private async Task<Rejection?> ChangeAsync(
        Actor actor,
        long memberId,
        string reason,
        Func<TierRules, TierCourse, DateOnly, Rejection?> check,
        Action<TierRules, DateTime, TierCourse> change,
        CancellationToken ct)
    {
        actor.Demand(Permission.TiersGive);
        if (reason.Trim().Length is < ShortestReason or > LongestReason)
        {
            return new Rejection("Tiers.ReasonMissing") { Field = "reason" };
        }

        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            var now = clock.UtcNow;
            if (TierRules.Of(await timelines.GetAsync(ct), now) is not { } rules)
            {
                return new Rejection("Tiers.Off");
            }

            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.Members.AsNoTracking().Where(m => m.Id == memberId).Select(m => new TierCourses.Member(m.Id, m.JoinedOn)).SingleOrDefaultAsync(ct) is not { } member)
            {
                return new Rejection("Members.Unknown", memberId.ToString(CultureInfo.InvariantCulture));
            }

            if (await db.Members.Where(m => m.Id == memberId).Select(m => m.MergedIntoId).SingleAsync(ct) is { } survivor)
            {
                return new Rejection("Members.Merged", survivor);
            }

            var today = rules.Calendar.DayOf(now);
            var read = (await courses.LoadAsync(db, [member], [rules], today, now, ct))[memberId];
            read.Course.Advance(rules, now);
            if (check(rules, read.Course, today) is { } refused)
            {
                return refused;
            }

            var before = Told(rules, read.Course, now);
            change(rules, now, read.Course);
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(ct);
                db.AuditEntries.Add(Audit(actor, memberId, now, before, Told(rules, read.Course, now), reason.Trim()));
                await db.SaveChangesAsync(ct);
                if (await courses.WriteAsync(db, [read], ct))
                {
                    await transaction.CommitAsync(ct);
                    return null;
                }
            }
            catch (Exception e) when (courses.IsLostRace(e))
            {
                // A receipt gave the member a first place meanwhile, or the database was busy: read again what is there.
            }
        }

        return new Rejection("Common.ChangedByAnother");
    }

    private static string Told(TierRules rules, TierCourse course, DateTime at) => JsonSerializer.Serialize(
        new { Tier = course.LevelAt(rules, at).Name, TierGivenUntil = course.Standing?.Lock?.Until.AddDays(-1).ToString("O", CultureInfo.InvariantCulture) });

    private static AuditEntry Audit(Actor actor, long memberId, DateTime at, string before, string after, string reason) => new()
    {
        At = at,
        Author = actor.Name,
        Action = AuditAction.Changed,
        Subject = nameof(Member),
        SubjectId = memberId.ToString(CultureInfo.InvariantCulture),
        Before = before,
        After = after,
        Reason = reason,
    };
}
