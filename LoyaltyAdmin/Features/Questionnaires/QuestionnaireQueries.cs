using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Questionnaires;

/// <summary>Reads questionnaires: the one that is asked, the draft, those before, and what consents said.</summary>
public sealed class QuestionnaireQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>What is asked now; null before the first publication.</summary>
    public async Task<QuestionnaireVersion?> InForceAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await InForceAsync(db, ct);
    }

    /// <summary>The draft; null where there is none.</summary>
    public async Task<QuestionnaireVersion?> DraftAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.QuestionnaireVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Number == 0, ct);
    }

    /// <summary>One published version; null where there is none of this number.</summary>
    public async Task<QuestionnaireVersion?> VersionAsync(int number, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.QuestionnaireVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Number == number && v.Number > 0, ct);
    }

    /// <summary>A page of the published versions, the latest first.</summary>
    public async Task<Page<QuestionnaireRow>> VersionsAsync(Actor actor, PageRequest page, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        await using var db = await databases.CreateDbContextAsync(ct);
        var found = await db.QuestionnaireVersions.AsNoTracking().Where(v => v.Number > 0).OrderByDescending(v => v.Number).ToPageAsync(page, ct);
        return new Page<QuestionnaireRow>([.. found.Rows.Select(QuestionnaireRow.Of)], found.Total);
    }

    /// <summary>All texts of all consents, of each the latest first.</summary>
    public async Task<IReadOnlyList<ConsentText>> ConsentTextsAsync(CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await db.ConsentTexts.AsNoTracking().OrderBy(t => t.Key).ThenByDescending(t => t.Version).ToListAsync(ct);
    }

    internal static Task<QuestionnaireVersion?> InForceAsync(LoyaltyDbContext db, CancellationToken ct) =>
        db.QuestionnaireVersions.AsNoTracking().Where(v => v.Number > 0).OrderByDescending(v => v.Number).FirstOrDefaultAsync(ct);
}

/// <summary>A published version as a list shows it.</summary>
public sealed record QuestionnaireRow(int Number, DateTime From, string By, string Note, int Questions, int Required, decimal Points)
{
    internal static QuestionnaireRow Of(QuestionnaireVersion version) => new(
        version.Number,
        version.From!.Value,
        version.PublishedBy ?? "",
        version.Note ?? "",
        version.Content.Questions.Count,
        version.Content.Questions.Count(q => q.Required),
        version.Content.Points);
}
