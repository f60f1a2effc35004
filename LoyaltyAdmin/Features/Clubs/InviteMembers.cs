using System.Security.Cryptography;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>Invites members into a club, one or a list of them: each gets a code that is good until a day.</summary>
public sealed class InviteMembers(
    ClubTransaction transaction, IdSource ids, MemberQueries members, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>The most lines of a list.</summary>
    public const int MostLines = 1_000;

    /// <summary>Without letters and digits that look alike.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private const int CodeLength = 10;

    private static readonly MemberKeyKind[] Kinds = [MemberKeyKind.Card, MemberKeyKind.Phone, MemberKeyKind.Email, MemberKeyKind.ExternalId, MemberKeyKind.Id];

    /// <summary>What became of a list.</summary>
    /// <param name="Invited">New invitations.</param>
    /// <param name="Already">Who is in the club or invited already.</param>
    /// <param name="Unknown">Lines that name nobody.</param>
    public sealed record Outcome(int Invited, int Already, IReadOnlyList<string> Unknown);

    /// <summary>Invites those whom the lines name: by card, phone, e-mail, external id or number.</summary>
    public async Task<Result<Outcome>> ExecuteAsync(Actor actor, int clubId, IEnumerable<string> lines, CancellationToken ct)
    {
        actor.Demand(Permission.ClubsManage);
        var named = lines.Select(l => l.Trim()).Where(l => l.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (named.Count is 0 or > MostLines)
        {
            return new Rejection("Clubs.LinesMissing", MostLines) { Field = "lines" };
        }

        var country = PhoneNumber.CountryOf((await timelines.GetAsync(ct)).InForceAt(clock.UtcNow).Conditions.Currency);
        var (found, unknown) = (new HashSet<long>(), new List<string>());
        foreach (var line in named)
        {
            if (await FindAsync(line, country, ct) is { } member)
            {
                found.Add(member);
            }
            else
            {
                unknown.Add(line);
            }
        }

        var invited = 0;
        foreach (var member in found)
        {
            var result = await InviteAsync(actor, clubId, member, ct);
            if (result.Rejection is { } rejection && rejection.Code is not ("Clubs.AlreadyInConflict" or "Clubs.MemberBlocked"))
            {
                return rejection;
            }

            invited += result.Rejection is null && result.Value.New ? 1 : 0;
        }

        return new Outcome(invited, found.Count - invited, unknown);
    }

    /// <summary>Invites one member.</summary>
    public Task<Result<Issued>> ExecuteAsync(Actor actor, int clubId, long memberId, CancellationToken ct) => InviteAsync(actor, clubId, memberId, ct);

    /// <summary>An invitation; whether it is a new one.</summary>
    public sealed record Issued(string Code, bool New);

    /// <summary>Who has been invited keeps that invitation.</summary>
    private async Task<Result<Issued>> InviteAsync(Actor actor, int clubId, long memberId, CancellationToken ct)
    {
        actor.Demand(Permission.ClubsManage);
        var id = ids.Next<ClubInvitation>();
        return await transaction.RunAsync<Issued>(actor, async work =>
        {
            var db = work.Db;
            if (!(await SubscriptionBook.LockMemberAsync(db, memberId, ct)).Accepted(out var member, out var unknown))
            {
                return unknown;
            }

            if (await db.Clubs.AsNoTracking().Include(c => c.Versions).SingleOrDefaultAsync(c => c.Id == clubId, ct) is not { } club)
            {
                return ClubRejections.ClubUnknown(clubId);
            }

            var terms = club.At(work.Now).Terms;
            if (Refuse(club, terms, member.Blocked) is { } refused)
            {
                return refused;
            }

            if (await db.ClubPlaces.AnyAsync(p => p.MemberId == member.Id && p.ClubId == clubId && p.IsOpen && p.Until > work.Now, ct))
            {
                return ClubRejections.AlreadyInConflict(club.Name);
            }

            if (await db.ClubInvitations.SingleOrDefaultAsync(i => i.MemberId == member.Id && i.ClubId == clubId && i.State == InvitationState.Issued, ct) is { } known)
            {
                if (known.StateAt(work.Now) == InvitationState.Issued)
                {
                    return new Issued(known.Code, New: false);
                }

                (known.State, known.ClosedAt) = (InvitationState.Expired, known.ExpiresAt);
                await db.SaveChangesAsync(ct);
            }

            var code = RandomNumberGenerator.GetString(Alphabet, CodeLength);
            db.ClubInvitations.Add(new ClubInvitation
            {
                Id = id,
                ClubId = clubId,
                MemberId = member.Id,
                Code = code,
                IssuedAt = work.Now,
                IssuedBy = actor.Name,
                ExpiresAt = work.Calendar.StartOf(work.Today.AddDays(terms.InvitationDays)),
            });
            return new Issued(code, New: true);
        }, ct);
    }

    private static Rejection? Refuse(Club club, ClubTerms terms, bool blocked) =>
        blocked ? ClubRejections.MemberBlocked()
        : !club.IsOpen ? ClubRejections.Closed(club.Name)
        : !terms.ByInvitation ? ClubRejections.NotByInvitation(club.Name)
        : null;

    private async Task<long?> FindAsync(string line, string country, CancellationToken ct)
    {
        foreach (var kind in Kinds)
        {
            if (MemberKeyRule.Of(kind, line, country).Accepted(out var key, out _) && await members.FindAsync(key, ct) is { } member)
            {
                return member;
            }
        }

        return null;
    }
}
