using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Referrals;

/// <summary>
/// Notes that a member came by another's code (R17). A code that cannot be used is refused with its reason and the member stays
/// as they are; what is refused for a reason of the two members is kept for the record. The same code again changes nothing.
/// </summary>
public sealed class UseReferralCode(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, SqlProvider sql, IdSource ids, MemberMarks marks, BusinessClock clock)
{
    private const int Attempts = 5;

    /// <summary>The referral, and whether it had been noted before.</summary>
    public sealed record Used(long ReferralId, bool Replayed);

    public async Task<Result<Used>> ExecuteAsync(Actor actor, long memberId, string? code, MemberMarks.Said? said, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);
        var timeline = await timelines.GetAsync(ct);
        var version = timeline.InForceAt(clock.UtcNow);
        if (await StandsForAsync(memberId, ct) is not { } friend)
        {
            return new Rejection("Members.Unknown", memberId);
        }

        if (said is not null)
        {
            await marks.NoteAsync(friend, said, ct);
        }

        if (!version.Conditions.Referral.Enabled)
        {
            return Refused("Off");
        }

        if (ReferralCodeRule.Normalise(code) is not { } normal)
        {
            return Refused("UnknownCode");
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryAsync(actor, friend, normal, timeline, version, ct);
            }
            catch (DbUpdateException exception) when (attempt < Attempts && sql.IsUniqueViolation(exception))
            {
                // Another call was first with this friend: see what it noted.
            }
        }
    }

    private async Task<Result<Used>> TryAsync(
        Actor actor, long friend, string code, ProgramTimeline timeline, ProgramVersion version, CancellationToken ct)
    {
        var number = ids.Next<Referral>();
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        var owner = await db.ReferralCodes.Where(c => c.Code == code)
            .Join(db.Members, c => c.MemberId, m => m.Id, (c, m) => m.MergedIntoId ?? m.Id)
            .Join(db.Members, id => id, m => m.Id, (id, m) => new { m.Id, m.Status, m.IsDemo }).SingleOrDefaultAsync(ct);
        if (owner is null)
        {
            return Refused("UnknownCode");
        }

        var person = await db.Members.Where(m => m.Id == friend).Select(m => new { m.Status, m.IsDemo }).SingleAsync(ct);
        long[] aliases = await db.Members.Where(m => m.Id == friend || m.MergedIntoId == friend).Select(m => m.Id).ToArrayAsync(ct);
        if (await db.Referrals.AsNoTracking().Where(r => EF.Parameter(aliases).Contains(r.FriendId) && r.State != ReferralState.Refused)
            .OrderBy(r => r.Id).FirstOrDefaultAsync(ct) is { } known)
        {
            return known.Code == code ? new Used(known.Id, Replayed: true) : Refused(nameof(ReferralRefusal.AlreadyReferred));
        }

        if (person.IsDemo != owner.IsDemo)
        {
            return Refused("UnknownCode");
        }

        var now = clock.UtcNow;
        var day = timeline.CalendarAt(now).DayOf(now);
        var terms = version.Conditions.Referral;
        var traits = await TraitsReader.ReadAsync(db, [owner.Id, friend], ct);
        var refusal = ReferralCourse.JudgeEntry(
            owner.Id == friend,
            await db.Receipts.AnyAsync(r => r.MemberId == friend, ct),
            referredBefore: false,
            owner.Status == MemberStatus.Blocked || person.Status == MemberStatus.Blocked,
            SharedTraits.Find(terms, traits[owner.Id], traits[friend]));
        db.Referrals.Add(new Referral
        {
            Id = number,
            Code = code,
            ReferrerId = owner.Id,
            FriendId = friend,
            JoinedAt = now,
            JoinedOn = day,
            BuyBy = terms.DaysToBuy is { } days ? day.AddDays(days) : DateOnly.MaxValue,
            RuleVersion = version.Number,
            State = refusal is null ? ReferralState.Joined : ReferralState.Refused,
            Refusal = refusal,
            DecidedOn = refusal is null ? null : day,
        });
        if (refusal is not null && await db.Referrals.AnyAsync(r => r.FriendId == friend && r.Code == code && r.Refusal == refusal, ct))
        {
            return Refused(refusal.Value.ToString());
        }

        await db.SaveChangesAsync(ct);
        return refusal is { } reason ? Refused(reason.ToString()) : new Used(number, Replayed: false);
    }

    private async Task<long?> StandsForAsync(long memberId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.Members.Where(m => m.Id == memberId).Select(m => (long?)(m.MergedIntoId ?? m.Id)).SingleOrDefaultAsync(ct);
    }

    private static Rejection Refused(string reason) => new($"Referrals.{reason}") { Field = "referralCode" };
}
