using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>
/// Takes a member's answers. Valid ones to fields of the profile change the profile; junk is kept beside it and counts for
/// nothing. The operation is the key: the same content again gets the same answer, other content under it is refused.
/// </summary>
public sealed class FillQuestionnaire(
    IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql, ProgramTimelines timelines, BusinessClock clock, SettleQuestionnaire settle)
{
    private const int Attempts = 10;
    private const int LongestPlace = 100;

    /// <summary>What became of the answers, and whether they had been taken before.</summary>
    public sealed record Filled(FillingOutcome Outcome, bool Replayed);

    public async Task<Result<Filled>> ExecuteAsync(Actor actor, FillingOrder order, CancellationToken ct)
    {
        actor.Demand(Permission.MembersEdit);
        if (order.Store?.Length > LongestPlace || order.Cashier?.Length > LongestPlace)
        {
            return new Rejection("Members.TooLong", LongestPlace) { Field = order.Store?.Length > LongestPlace ? "store" : "cashier" };
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var filled = await TryAsync(actor, order, ct);
                if (filled.Rejection is null)
                {
                    // A repetition too: the first time may have been cut off before it.
                    await settle.ChangedAsync(actor.Name, order.MemberId, ct);
                }

                return filled;
            }
            catch (Exception e) when (attempt < Attempts && (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e) || sql.IsTransient(e)))
            {
                // Another call was first: with the operation, with the member, or with the phone. Look again.
                await Task.Delay(Random.Shared.Next(1, 5 * attempt), ct);
            }
        }
    }

    private async Task<Result<Filled>> TryAsync(Actor actor, FillingOrder order, CancellationToken ct)
    {
        var hash = order.Hash();
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.AnswersFilings.AsNoTracking().SingleOrDefaultAsync(f => f.OperationId == order.OperationId, ct) is { } known)
        {
            return known.MemberId == order.MemberId && known.PayloadHash == hash
                ? new Filled(JsonSerializer.Deserialize<FillingOutcome>(known.Outcome, ConditionsJson.Options)!, Replayed: true)
                : new Rejection("Questionnaires.PayloadConflict", order.OperationId) { Field = "operationId" };
        }

        if (await QuestionnaireQueries.InForceAsync(db, ct) is not { } asked)
        {
            return new Rejection("Questionnaires.NotPublished");
        }

        if (await db.Members.SingleOrDefaultAsync(m => m.Id == order.MemberId, ct) is not { } member)
        {
            return new Rejection("Members.Unknown", order.MemberId);
        }

        if (member.MergedIntoId is { } survivor)
        {
            return new Rejection("Members.Merged", survivor);
        }

        var now = clock.UtcNow;
        var timeline = await timelines.GetAsync(ct);
        var facts = new Facts(asked, PhoneNumber.CountryOf(timeline.InForceAt(now).Conditions.Currency), timeline.CalendarAt(now).DayOf(now), now, actor.Name);
        var row = await db.MemberAnswers.SingleOrDefaultAsync(a => a.MemberId == member.Id, ct);
        if (row is null)
        {
            row = new MemberAnswers { MemberId = member.Id, FilledAt = now, Store = order.Store ?? "", Cashier = order.Cashier ?? "" };
            db.MemberAnswers.Add(row);
        }

        if ((await AnswerAsync(db, member, row, order, facts, ct) ?? await ConsentAsync(db, member, order, facts, ct)) is { } refused)
        {
            return refused;
        }

        var sheet = AnswerSheet.Of(asked.Content, MemberProfile.Of(member), row.Answers, facts.Country, facts.Today);
        row.Rate(sheet, asked.Number);
        var outcome = new FillingOutcome(
            member.Id, asked.Number, sheet.Score, sheet.IsFilled, sheet.IsValid, [.. sheet.Missing.Select(q => q.Key)],
            sheet.Answers.Where(a => !a.Value.IsValid).ToDictionary(a => a.Key, a => a.Value.Junk));
        member.Version++;
        db.AnswersFilings.Add(new AnswersFiling
        {
            MemberId = member.Id,
            OperationId = order.OperationId,
            PayloadHash = hash,
            At = now,
            Version = asked.Number,
            Store = order.Store ?? "",
            Cashier = order.Cashier ?? "",
            By = actor.Name,
            Outcome = JsonSerializer.Serialize(outcome, ConditionsJson.Options),
        });
        db.Author = actor.Name;
        await db.SaveChangesAsync(ct);
        return new Filled(outcome, Replayed: false);
    }

    private static async Task<Rejection?> AnswerAsync(LoyaltyDbContext db, Member member, MemberAnswers row, FillingOrder order, Facts facts, CancellationToken ct)
    {
        var kept = row.Answers.ToDictionary();
        var profile = MemberProfile.Of(member);
        foreach (var (key, text) in order.Answers)
        {
            if (facts.Asked.Content.Find(key) is not { } question)
            {
                return new Rejection("Questionnaires.QuestionNotAsked", key) { Field = $"answers.{key}" };
            }

            kept.Remove(key);
            if (string.IsNullOrWhiteSpace(text) || (IsContact(question.Kind) && !order.MayReplaceContacts && (question.Kind == QuestionKind.Phone ? member.Phone : member.Email) is not null))
            {
                continue;
            }

            var answer = AnswerCheck.Of(question, text, facts.Country, facts.Today);
            if (question.Kind == QuestionKind.Phone && answer.IsValid)
            {
                row.PhoneSaid = answer.Value;
            }

            answer = await OwnedAsync(db, member.Id, question, answer, facts.Asked.Content.Junk, ct);
            if (!question.Kind.IsProfile() || !answer.IsValid)
            {
                kept[key] = answer;
                continue;
            }

            if (question.Kind == QuestionKind.BirthDate && Day(answer.Value) is var born
                && BirthDateRule.CheckChange(member.BirthDate, born, member.BirthDateChangedOn, facts.Today) is { } refused)
            {
                return refused with { Field = $"answers.{key}" };
            }

            profile = With(profile, question.Kind, answer.Value);
        }

        if (member.BirthDate is { } before && profile.BirthDate is { } after && before != after)
        {
            member.BirthDateChangedOn = facts.Today;
        }

        profile.ApplyTo(member);
        row.Answers = kept;
        return null;
    }

    /// <summary>A contact is junk where it is another member's, or where more members said it than may share one.</summary>
    private static async Task<Answer> OwnedAsync(LoyaltyDbContext db, long memberId, Question question, Answer answer, JunkLimits limits, CancellationToken ct)
    {
        if (!answer.IsValid || !IsContact(question.Kind))
        {
            return answer;
        }

        var value = answer.Value;
        if (question.Kind == QuestionKind.Email)
        {
            return await db.Members.AnyAsync(m => m.Email == value && m.Id != memberId && m.MergedIntoId != memberId, ct) ? answer with { Junk = JunkRule.EmailOfAnother } : answer;
        }

        var others = db.Members.Where(m => m.Phone == value && m.Id != memberId && m.MergedIntoId != memberId).Select(m => m.MergedIntoId ?? m.Id);
        var ofAnother = await others.AnyAsync(ct) ? JunkRule.PhoneOfAnother : JunkRule.None;
        var said = await db.MemberAnswers.Where(a => a.PhoneSaid == value && a.MemberId != memberId).Select(a => a.MemberId).Union(others).CountAsync(ct);
        return answer with { Junk = ofAnother | (said + 1 > limits.MembersOfPhone ? JunkRule.PhoneOfMany : JunkRule.None) };
    }

    private static async Task<Rejection?> ConsentAsync(LoyaltyDbContext db, Member member, FillingOrder order, Facts facts, CancellationToken ct)
    {
        foreach (var said in order.Consents)
        {
            if (said.Given && !await db.ConsentTexts.AnyAsync(t => t.Key == said.Key && t.Version == said.Version, ct))
            {
                return new Rejection("Questionnaires.ConsentNotPublished", said.Key, said.Version) { Field = $"consents.{said.Key}" };
            }

            await ConsentChange.ApplyAsync(db, member, said, order.Store ?? "", order.Cashier is { } cashier ? $"{facts.Author} · {cashier}" : facts.Author, facts.Now, ct);
        }

        return null;
    }

    private static bool IsContact(QuestionKind kind) => kind is QuestionKind.Phone or QuestionKind.Email;

    private static DateOnly Day(string value) => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static MemberProfile With(MemberProfile profile, QuestionKind kind, string value) => kind switch
    {
        QuestionKind.Phone => profile with { Phone = value },
        QuestionKind.Email => profile with { Email = value },
        QuestionKind.FirstName => profile with { FirstName = value },
        QuestionKind.LastName => profile with { LastName = value },
        _ => profile with { BirthDate = Day(value) },
    };

    private sealed record Facts(QuestionnaireVersion Asked, string Country, DateOnly Today, DateTime Now, string Author);
}
