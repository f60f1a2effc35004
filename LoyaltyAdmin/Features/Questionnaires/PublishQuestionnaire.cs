using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>A marketer puts the draft before customers, from now on. A consent whose words changed gets a new version of its text.</summary>
public sealed class PublishQuestionnaire(IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, BusinessClock clock, SqlProvider sql)
{
    private static readonly Rejection ChangedByAnother = new("Common.ChangedByAnother");

    /// <summary>The number of the version, or why not.</summary>
    /// <param name="actor">Who; needs <see cref="Permission.ProgramPublish"/>.</param>
    /// <param name="revision">The draft on the screen.</param>
    /// <param name="note">What changed, in the publisher's words.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<int>> ExecuteAsync(Actor actor, int revision, string note, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramPublish);
        if (note.Trim().Length is 0 or > 1000)
        {
            return new Rejection("Questionnaires.NoteMissing", 1000) { Field = "note" };
        }

        var now = clock.UtcNow;
        var decimals = (await timelines.GetAsync(ct)).Program.PointDecimals;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.QuestionnaireVersions.SingleOrDefaultAsync(v => v.Number == 0, ct) is not { } draft || draft.Revision != revision)
        {
            return ChangedByAnother;
        }

        if (QuestionnaireCheck.Problems(draft.Content, decimals) is [var first, ..])
        {
            return first;
        }

        var last = await QuestionnaireQueries.InForceAsync(db, ct);
        if (KindChanged(last?.Content, draft.Content) is { } changed)
        {
            return changed;
        }

        var content = draft.Content with { Consents = await ConsentsAsync(db, draft.Content.Consents, now, actor.Name, ct) };
        if (last is not null && JsonSerializer.Serialize(content, ConditionsJson.Options) == JsonSerializer.Serialize(last.Content, ConditionsJson.Options))
        {
            return new Rejection("Questionnaires.NothingChanged");
        }

        var number = (last?.Number ?? 0) + 1;
        draft.Publish(number, content, now, note.Trim(), actor.Name);
        db.Author = actor.Name;
        db.AuditEntries.Add(new AuditEntry
        {
            At = now,
            Author = actor.Name,
            Action = AuditAction.Created,
            Subject = nameof(QuestionnaireVersion),
            SubjectId = number.ToString(CultureInfo.InvariantCulture),
            After = JsonSerializer.Serialize(new { Questions = content.Questions.Count, PointsForAnswers = content.Points.ToString(CultureInfo.InvariantCulture) }),
            Reason = note.Trim(),
        });
        try
        {
            await db.SaveChangesAsync(ct);
            return number;
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || sql.IsUniqueViolation(e))
        {
            return ChangedByAnother;
        }
    }

    /// <summary>A question of another kind is another question: answers given to the old one would mean something else.</summary>
    private static Rejection? KindChanged(Questionnaire? before, Questionnaire after) =>
        after.Questions.FirstOrDefault(q => before?.Find(q.Key) is { } old && old.Kind != q.Kind) is { } question
            ? new Rejection("Questionnaires.KindChanged", question.Key) { Field = question.Key }
            : null;

    private static async Task<IReadOnlyList<ConsentAsked>> ConsentsAsync(
        LoyaltyDbContext db, IReadOnlyList<ConsentAsked> consents, DateTime now, string author, CancellationToken ct)
    {
        string[] keys = [.. consents.Select(c => c.Key)];
        var known = (await db.ConsentTexts.AsNoTracking().Where(t => EF.Parameter(keys).Contains(t.Key)).ToListAsync(ct))
            .GroupBy(t => t.Key).ToDictionary(g => g.Key, g => g.MaxBy(t => t.Version)!);
        var numbered = new List<ConsentAsked>();
        foreach (var consent in consents)
        {
            var last = known.GetValueOrDefault(consent.Key);
            var same = last is not null && last.Title == consent.Title && last.Text == consent.Text;
            var version = same ? last!.Version : (last?.Version ?? 0) + 1;
            if (!same)
            {
                db.ConsentTexts.Add(new ConsentText { Key = consent.Key, Version = version, Title = consent.Title, Text = consent.Text, From = now, By = author });
            }

            numbered.Add(consent with { Version = version });
        }

        return numbered;
    }
}
