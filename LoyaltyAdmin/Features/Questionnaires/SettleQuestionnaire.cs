using System.Globalization;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>
/// Rates a member's questionnaire anew after a change, and gives the points for a full one once: as soon as the required
/// answers are valid, the required consents given and the contact verified, whichever comes last.
/// </summary>
public sealed class SettleQuestionnaire(
    IDbContextFactory<LoyaltyDbContext> databases, GrantReward rewards, ProgramTimelines timelines, BusinessClock clock) : IMemberFollower
{
    private const int Attempts = 10;

    /// <summary>What a member's points for the questionnaire are given under.</summary>
    public static string KeyOf(long memberId) => $"questionnaire:{memberId.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>Does what is due.</summary>
    public async Task ChangedAsync(string author, long memberId, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            try
            {
                if (await DueAsync(memberId, ct) is { } points)
                {
                    await rewards.ExecuteAsync(author, new Reward(KeyOf(memberId), memberId, points, RewardReason.Questionnaire), ct);
                }

                return;
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                // Answers came meanwhile: rate those.
            }
        }
    }

    /// <summary>Whether points for the questionnaire were given to a member, or to one for whom the member stands.</summary>
    internal static async Task<bool> IsRewardedAsync(LoyaltyDbContext db, long memberId, CancellationToken ct)
    {
        var family = await db.Members.Where(m => m.Id == memberId || m.MergedIntoId == memberId).Select(m => m.Id).ToListAsync(ct);
        string?[] keys = [.. family.Select(id => Reward.OperationOf(KeyOf(id)))];
        return await db.LedgerEntries.AnyAsync(e => EF.Parameter(keys).Contains(e.OperationId), ct);
    }

    /// <summary>Whether the contact that a questionnaire wants is verified.</summary>
    internal static bool IsVerified(Member member, ContactToVerify contact) => contact switch
    {
        ContactToVerify.Phone => member.PhoneVerifiedAt is not null,
        ContactToVerify.Email => member.EmailVerifiedAt is not null,
        _ => (member.PhoneVerifiedAt ?? member.EmailVerifiedAt) is not null,
    };

    /// <summary>Points that are to be given; null for none.</summary>
    private async Task<decimal?> DueAsync(long memberId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await QuestionnaireQueries.InForceAsync(db, ct) is not { } asked
            || await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId && m.MergedIntoId == null, ct) is not { } member)
        {
            return null;
        }

        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var row = await db.MemberAnswers.SingleOrDefaultAsync(a => a.MemberId == memberId, ct);
        var sheet = AnswerSheet.Of(
            asked.Content,
            MemberProfile.Of(member),
            row?.Answers ?? new Dictionary<string, Answer>(),
            PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency),
            timeline.CalendarAt(now).DayOf(now));
        if (row is not null && row.Version == asked.Number && !row.Agrees(sheet))
        {
            row.Rate(sheet, asked.Number);
            await db.SaveChangesAsync(ct);
        }

        if (asked.Content.Points <= 0 || !sheet.IsValid || !IsVerified(member, asked.Content.Contact))
        {
            return null;
        }

        var given = await db.MemberConsents.Where(c => c.MemberId == memberId && c.WithdrawnAt == null).Select(c => c.Key).ToListAsync(ct);
        return asked.Content.Consents.All(c => !c.Required || given.Contains(c.Key)) && !await IsRewardedAsync(db, memberId, ct)
            ? asked.Content.Points
            : null;
    }
}
