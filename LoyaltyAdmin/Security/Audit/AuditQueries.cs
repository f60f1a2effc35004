using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Security.Audit;

/// <summary>Reads who did what, newest first.</summary>
public sealed class AuditQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    /// <summary>A page, with the contacts of members as the actor may see them.</summary>
    public async Task<Page<AuditRow>> ListAsync(Actor actor, AuditFilter filter, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);

        var entries = db.AuditEntries.AsNoTracking();
        if (filter.Subject is { Length: > 0 } subject)
        {
            entries = entries.Where(a => a.Subject == subject);
        }

        if (filter.SubjectId is { Length: > 0 } id)
        {
            entries = entries.Where(a => a.SubjectId == id);
        }

        if (filter.Author is { Length: > 0 } author)
        {
            entries = entries.Where(a => a.Author == author);
        }

        if (filter.From is { } from)
        {
            entries = entries.Where(a => a.At >= from);
        }

        if (filter.To is { } to)
        {
            entries = entries.Where(a => a.At < to);
        }

        var found = await entries.OrderByDescending(a => a.Id).ToPageAsync(page, ct);
        return new Page<AuditRow>([.. found.Rows.Select(entry => Describe(entry).For(actor))], found.Total);
    }

    private static AuditRow Describe(AuditEntry entry) => new(
        entry.Id, entry.At, entry.Author, entry.Action.ToString(), entry.Subject, entry.SubjectId, entry.Reason,
        AuditChange.Between(entry.Before, entry.After));
}
