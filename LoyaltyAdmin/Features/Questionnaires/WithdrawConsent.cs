using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>Staff take a member's consent back, as the member asked; the row stays with the day on which it ended.</summary>
public sealed class WithdrawConsent(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock)
{
    /// <summary>Null when done, or why not.</summary>
    public async Task<Rejection?> ExecuteAsync(Actor actor, long memberId, string key, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Rejection("Members.ReasonMissing") { Field = "reason" };
        }

        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.Members.SingleOrDefaultAsync(m => m.Id == memberId, ct) is not { } member)
        {
            return new Rejection("Members.Unknown", memberId);
        }

        if (member.MergedIntoId is { } survivor)
        {
            return new Rejection("Members.Merged", survivor);
        }

        if (!await db.MemberConsents.AnyAsync(c => c.MemberId == memberId && c.Key == key && c.WithdrawnAt == null, ct))
        {
            return new Rejection("Questionnaires.ConsentNotGiven");
        }

        await ConsentChange.ApplyAsync(db, member, new ConsentGiven(key, 0, Given: false), "", actor.Name, clock.UtcNow, ct);
        member.Version++;
        (db.Author, db.AuditReason) = (actor.Name, reason.Trim());
        db.AuditEntries.Add(new AuditEntry
        {
            At = clock.UtcNow,
            Author = actor.Name,
            Action = AuditAction.Changed,
            Subject = nameof(Member),
            SubjectId = memberId.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Before = System.Text.Json.JsonSerializer.Serialize(new { ConsentStanding = key }),
            After = System.Text.Json.JsonSerializer.Serialize(new { ConsentStanding = (string?)null }),
            Reason = reason.Trim(),
        });
        try
        {
            await db.SaveChangesAsync(ct);
            return null;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Rejection("Common.ChangedByAnother");
        }
    }
}
