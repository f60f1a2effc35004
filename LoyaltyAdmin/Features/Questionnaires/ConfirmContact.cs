using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>The contacts that can be found to be a member's.</summary>
public enum ContactKind
{
    Phone,
    Email,
}

/// <summary>A person of the staff found out that a contact is the member's and says how; points that waited for it are given.</summary>
public sealed class ConfirmContact(IDbContextFactory<LoyaltyDbContext> databases, BusinessClock clock, SettleQuestionnaire settle)
{
    private const int LongestHow = 1000;

    /// <summary>Null when done, also where it was done before, or why not.</summary>
    /// <param name="actor">Who; must see the contacts that they confirm.</param>
    /// <param name="memberId">Whose.</param>
    /// <param name="kind">Which.</param>
    /// <param name="contact">The contact that was on the screen.</param>
    /// <param name="how">How they know: called back, showed the message.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Rejection?> ExecuteAsync(Actor actor, long memberId, ContactKind kind, string contact, string how, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);
        actor.Demand(Permission.PersonalDataView);
        if (how.Trim().Length is 0 or > LongestHow)
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

        var (known, verifiedAt) = kind == ContactKind.Phone ? (member.Phone, member.PhoneVerifiedAt) : (member.Email, member.EmailVerifiedAt);
        if (known is null || known != contact)
        {
            return new Rejection("Questionnaires.ContactIsOther");
        }

        if (verifiedAt is null)
        {
            if (kind == ContactKind.Phone)
            {
                member.PhoneVerifiedAt = clock.UtcNow;
            }
            else
            {
                member.EmailVerifiedAt = clock.UtcNow;
            }

            member.Version++;
            (db.Author, db.AuditReason) = (actor.Name, how.Trim());
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                return new Rejection("Common.ChangedByAnother");
            }
        }

        await settle.ChangedAsync(actor.Name, memberId, ct);
        return null;
    }
}
