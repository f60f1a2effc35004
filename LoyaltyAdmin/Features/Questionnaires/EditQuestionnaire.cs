using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>A marketer works on the draft of the next questionnaire. There is one draft.</summary>
public sealed class EditQuestionnaire(IDbContextFactory<LoyaltyDbContext> databases, SqlProvider sql)
{
    private static readonly Rejection ChangedByAnother = new("Common.ChangedByAnother");

    /// <summary>The draft; made of what is asked now, or of the usual questions, where there is none.</summary>
    public async Task<QuestionnaireVersion> BeginAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramEdit);
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            if (await db.QuestionnaireVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Number == 0, ct) is { } known)
            {
                return known;
            }

            var draft = new QuestionnaireVersion { Content = (await QuestionnaireQueries.InForceAsync(db, ct))?.Content ?? Questionnaire.Usual };
            db.QuestionnaireVersions.Add(draft);
            db.Author = actor.Name;
            try
            {
                await db.SaveChangesAsync(ct);
                return draft;
            }
            catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
            {
                // Somebody else began it at the same moment: theirs is the draft.
            }
        }
    }

    /// <summary>Keeps the draft, whole or not; its new revision, or that somebody changed it meanwhile.</summary>
    public async Task<Result<int>> SaveAsync(Actor actor, int revision, Questionnaire content, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramEdit);
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await db.QuestionnaireVersions.SingleOrDefaultAsync(v => v.Number == 0, ct) is not { } draft || draft.Revision != revision)
        {
            return ChangedByAnother;
        }

        draft.Content = content;
        draft.Revision++;
        db.Author = actor.Name;
        try
        {
            await db.SaveChangesAsync(ct);
            return draft.Revision;
        }
        catch (DbUpdateConcurrencyException)
        {
            return ChangedByAnother;
        }
    }

    /// <summary>Throws the draft away; what is asked stays as it is.</summary>
    public async Task<Rejection?> DiscardAsync(Actor actor, int revision, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramEdit);
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.QuestionnaireVersions.Where(v => v.Number == 0 && v.Revision == revision).ExecuteDeleteAsync(ct) == 1 ? null : ChangedByAnother;
    }
}
