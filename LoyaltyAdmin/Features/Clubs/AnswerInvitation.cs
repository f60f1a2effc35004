using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>Accepts an invitation by its code, declines it, or withdraws it. Told again it changes nothing.</summary>
public sealed class AnswerInvitation(ClubTransaction transaction, IdSource ids)
{
    /// <summary>What became of it.</summary>
    /// <param name="MemberId">Who was invited.</param>
    /// <param name="ClubId">Where.</param>
    /// <param name="Replayed">Whether it had been answered so before.</param>
    public sealed record Answered(long MemberId, int ClubId, bool Replayed);

    /// <summary>Takes the place if one is left.</summary>
    /// <param name="actor">Who reports it.</param>
    /// <param name="code">Of the invitation.</param>
    /// <param name="reason">Why, where staff do it by hand.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<Answered>> AcceptAsync(Actor actor, string code, string? reason, CancellationToken ct)
    {
        actor.Demand(Permission.ClubsManage);
        if (ClubRejections.CheckReason(reason) is { } missing)
        {
            return missing;
        }

        var numbers = (ids.Next<ClubPlace>(), ids.Next<ClubEvent>());
        return await transaction.RunAsync<Answered>(actor, async work =>
        {
            if (await HoldAsync(work.Db, code, ct) is not { } held)
            {
                return ClubRejections.InvitationUnknown();
            }

            var (invitation, club) = held;
            switch (invitation.StateAt(work.Now))
            {
                case InvitationState.Accepted:
                    return new Answered(invitation.MemberId, club.Id, Replayed: true);
                case InvitationState.Issued:
                    break;
                case var over:
                    return ClubRejections.Over(over);
            }

            if (!(await SubscriptionBook.LockMemberAsync(work.Db, invitation.MemberId, ct)).Accepted(out var member, out var unknown))
            {
                return unknown;
            }

            if (member.Blocked)
            {
                return ClubRejections.MemberBlocked();
            }

            (invitation.State, invitation.ClosedAt) = (InvitationState.Accepted, work.Now);
            var joined = await ClubTransaction.JoinAsync(work, club, member.Id, ClubEntry.Invited, numbers, reason, metric: null, ct);
            return joined.Rejection is { } refused ? refused : new Answered(member.Id, club.Id, Replayed: false);
        }, ct);
    }

    /// <summary>The member does not want it.</summary>
    public Task<Result<Answered>> DeclineAsync(Actor actor, string code, string? reason, CancellationToken ct) =>
        CloseAsync(actor, code, InvitationState.Declined, reason, ct);

    /// <summary>Staff take it back.</summary>
    public Task<Result<Answered>> WithdrawAsync(Actor actor, string code, string reason, CancellationToken ct) =>
        CloseAsync(actor, code, InvitationState.Withdrawn, reason, ct);

    private async Task<Result<Answered>> CloseAsync(Actor actor, string code, InvitationState state, string? reason, CancellationToken ct)
    {
        actor.Demand(Permission.ClubsManage);
        return ClubRejections.CheckReason(reason) is { } missing ? missing : await transaction.RunAsync<Answered>(actor, async work =>
        {
            if (await HoldAsync(work.Db, code, ct) is not { } held)
            {
                return ClubRejections.InvitationUnknown();
            }

            var (invitation, club) = held;
            var now = invitation.StateAt(work.Now);
            if (now == state)
            {
                return new Answered(invitation.MemberId, club.Id, Replayed: true);
            }

            if (now != InvitationState.Issued)
            {
                return ClubRejections.Over(now);
            }

            (invitation.State, invitation.ClosedAt, invitation.Reason) = (state, work.Now, reason?.Trim());
            ClubTransaction.Note(work, invitation.MemberId, club, "Invited", state.ToString(), reason);
            return new Answered(invitation.MemberId, club.Id, Replayed: false);
        }, ct);
    }

    private static async Task<(ClubInvitation Invitation, Club Club)?> HoldAsync(LoyaltyDbContext db, string code, CancellationToken ct)
    {
        var named = code.Trim().ToUpperInvariant();
        return await db.ClubInvitations.Where(i => i.Code == named).Select(i => (int?)i.ClubId).SingleOrDefaultAsync(ct) is { } clubId
            && await ClubTransaction.HoldAsync(db, clubId, ct) is { } club
                ? (await db.ClubInvitations.SingleAsync(i => i.Code == named, ct), club)
                : null;
    }
}
