using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Sql;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Platform;
using LoyaltyAdmin.Platform.Localization;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Features.Terms;

/// <summary>Keeps the terms word by word whenever they read otherwise than before.</summary>
public sealed class RecordTerms(
    IDbContextFactory<LoyaltyDbContext> databases, ProgramTimelines timelines, WriteTerms write, BusinessClock clock, SqlProvider sql)
{
    /// <summary>The key of the job that does it.</summary>
    public const string JobKey = "record-terms";

    /// <summary>Adds an edition for each version that came into force since the last one, and one for what else has changed by now.</summary>
    /// <returns>How many editions came.</returns>
    public async Task<int> ExecuteAsync(Actor actor, CancellationToken ct)
    {
        actor.Demand(Permission.ProgramView);
        var now = clock.UtcNow;
        var timeline = await timelines.GetAsync(ct);
        await using var db = await databases.CreateDbContextAsync(ct);
        db.Author = actor.Name;
        var last = await db.TermsEditions.AsNoTracking().OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
        var known = last?.Number ?? 0;
        var since = last?.From ?? now;
        foreach (var at in timeline.Versions.Select(v => v.EffectiveFrom!.Value).Where(from => from > since && from <= now).Append(now).Distinct())
        {
            var version = timeline.InForceAt(at);
            var texts = await write.AllAsync(version.Conditions, timeline.Program.PointDecimals, at, ct);
            if (texts == last?.Texts)
            {
                continue;
            }

            var changes = CompareTerms.Between(Readable(last?.Texts), Readable(texts));
            last = new TermsEdition
            {
                Number = (last?.Number ?? 0) + 1,
                From = at,
                Version = version.Number,
                Texts = texts,
                Added = changes.Count(line => !line.Heading && line.Pieces.Any(p => p.Mark == TermsMark.Added)),
                Removed = changes.Count(line => !line.Heading && line.Pieces.Any(p => p.Mark == TermsMark.Removed)),
            };
            db.TermsEditions.Add(last);
        }

        try
        {
            await db.SaveChangesAsync(ct);
            return (last?.Number ?? 0) - known;
        }
        catch (DbUpdateException e) when (sql.IsUniqueViolation(e))
        {
            // Another run was first; it has written the same.
            return 0;
        }
    }

    private static TermsDocument Readable(TermsTexts? texts) => texts?.For(TermsAudience.Customer, Cultures.English) ?? TermsDocument.Empty;
}
