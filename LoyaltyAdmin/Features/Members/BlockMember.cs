using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Members;

/// <summary>Stops a member from earning and spending, and lets them again; each with a reason.</summary>
public sealed class BlockMember(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>Null when the member is blocked now.</summary>
    public Task<Rejection?> BlockAsync(Actor actor, long memberId, string reason, CancellationToken ct) =>
        SetAsync(actor, memberId, MemberStatus.Blocked, reason, ct);

    /// <summary>Null when the member is active now.</summary>
    public Task<Rejection?> UnblockAsync(Actor actor, long memberId, string reason, CancellationToken ct) =>
        SetAsync(actor, memberId, MemberStatus.Active, reason, ct);

    private async Task<Rejection?> SetAsync(Actor actor, long memberId, MemberStatus status, string reason, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);

        if (BlockReason.Check(reason) is { } rejection)
        {
            return rejection;
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

        if (member.Status == status)
        {
            return null;
        }

        (member.Status, member.Version) = (status, member.Version + 1);
        (db.Author, db.AuditReason) = (actor.Name, reason.Trim());
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
