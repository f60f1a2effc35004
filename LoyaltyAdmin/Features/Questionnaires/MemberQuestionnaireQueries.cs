using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>How it stands with the points for a full questionnaire.</summary>
public enum RewardState
{
    /// <summary>No points are given for it.</summary>
    None,

    /// <summary>Something is missing yet.</summary>
    Waiting,
    Given,
}

/// <summary>What a member answered, agreed to and still has to say.</summary>
public sealed record MemberQuestionnaireView
{
    public required long MemberId { get; init; }

    /// <summary>What is asked now.</summary>
    public required QuestionnaireVersion Asked { get; init; }

    /// <summary>The answers to what is asked now.</summary>
    public required AnswerSheet Sheet { get; init; }

    /// <summary>The version that was answered last; null where nothing was handed in.</summary>
    public int? AnsweredVersion { get; init; }

    /// <summary>Quality as it was rated under that version; of what is known, where nothing was handed in.</summary>
    public required int Score { get; init; }

    public DateTime? FilledAt { get; init; }

    public string Store { get; init; } = "";

    public string Cashier { get; init; } = "";

    public string? Phone { get; init; }

    public DateTime? PhoneVerifiedAt { get; init; }

    public string? Email { get; init; }

    public DateTime? EmailVerifiedAt { get; init; }

    /// <summary>All that was agreed to, the latest first; withdrawn ones among them.</summary>
    public required IReadOnlyList<MemberConsent> Consents { get; init; }

    /// <summary>Whether the contact that the questionnaire wants is verified.</summary>
    public required bool IsVerified { get; init; }

    public required RewardState Reward { get; init; }

    /// <summary>The consent that stands; null where none does.</summary>
    public MemberConsent? Standing(string key) => Consents.FirstOrDefault(c => c.Key == key && c.Stands);

    /// <summary>As someone may see it: contacts are masked without <see cref="Permission.PersonalDataView"/>.</summary>
    public MemberQuestionnaireView For(Actor actor) => actor.May(Permission.PersonalDataView) ? this : this with
    {
        Phone = MaskedContact.Phone(Phone),
        Email = MaskedContact.Email(Email),
        Sheet = Sheet with { Answers = Sheet.Answers.ToDictionary(a => a.Key, a => Masked(a.Key, a.Value)) },
    };

    private Answer Masked(string key, Answer answer) => Asked.Content.Find(key)?.Kind switch
    {
        QuestionKind.Phone => answer with { Value = MaskedContact.Phone(answer.Value) ?? "" },
        QuestionKind.Email => answer with { Value = MaskedContact.Email(answer.Value) ?? "" },
        _ => answer,
    };
}

/// <summary>Reads how it stands with a member's questionnaire.</summary>
public sealed class MemberQuestionnaireQueries(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock)
{
    /// <summary>The member's questionnaire; null before the first publication and for unknown members.</summary>
    public async Task<MemberQuestionnaireView?> FindAsync(long memberId, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await QuestionnaireQueries.InForceAsync(db, ct) is not { } asked
            || await db.Members.AsNoTracking().SingleOrDefaultAsync(m => m.Id == memberId, ct) is not { } member)
        {
            return null;
        }

        var (timeline, now) = (await timelines.GetAsync(ct), clock.UtcNow);
        var row = await db.MemberAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.MemberId == memberId, ct);
        var sheet = AnswerSheet.Of(
            asked.Content,
            MemberProfile.Of(member),
            row?.Answers ?? new Dictionary<string, Answer>(),
            PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency),
            timeline.CalendarAt(now).DayOf(now));
        return new MemberQuestionnaireView
        {
            MemberId = memberId,
            Asked = asked,
            Sheet = sheet,
            AnsweredVersion = row?.Version,
            Score = row?.Score ?? sheet.Score,
            FilledAt = row?.FilledAt,
            Store = row?.Store ?? member.Store ?? "",
            Cashier = row?.Cashier ?? member.Cashier ?? "",
            Phone = member.Phone,
            PhoneVerifiedAt = member.PhoneVerifiedAt,
            Email = member.Email,
            EmailVerifiedAt = member.EmailVerifiedAt,
            Consents = await db.MemberConsents.AsNoTracking().Where(c => c.MemberId == memberId).OrderByDescending(c => c.Id).ToListAsync(ct),
            IsVerified = SettleQuestionnaire.IsVerified(member, asked.Content.Contact),
            Reward = await SettleQuestionnaire.IsRewardedAsync(db, memberId, ct) ? RewardState.Given : asked.Content.Points > 0 ? RewardState.Waiting : RewardState.None,
        };
    }
}
