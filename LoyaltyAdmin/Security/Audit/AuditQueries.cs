using System.Runtime.CompilerServices;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Security.Audit;

/// <summary>Reads who did what, newest first.</summary>
public sealed class AuditQueries(IDbContextFactory<LoyaltyDbContext> databases)
{
    private const int Batch = 1000;

    /// <summary>A page, the newest first, with the contacts of members as the actor may see them.</summary>
    public Task<Page<AuditRow>> ListAsync(Actor actor, AuditFilter filter, PageRequest page, CancellationToken ct) =>
        ListAsync(actor, filter, ascending: false, page, ct);

    /// <summary>A page of it, the newest first or the oldest.</summary>
    public async Task<Page<AuditRow>> ListAsync(Actor actor, AuditFilter filter, bool ascending, PageRequest page, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var entries = Restrict(db.AuditEntries.AsNoTracking(), filter);
        var found = await (ascending ? entries.OrderBy(a => a.Id) : entries.OrderByDescending(a => a.Id)).ToPageAsync(page, ct);
        return new Page<AuditRow>([.. found.Rows.Select(entry => Describe(entry).For(actor))], found.Total);
    }

    /// <summary>All that the filter finds, a batch in memory at once.</summary>
    public async IAsyncEnumerable<AuditRow> StreamAsync(Actor actor, AuditFilter filter, bool ascending, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var entries = Restrict(db.AuditEntries.AsNoTracking(), filter);
        var last = ascending ? long.MinValue : long.MaxValue;
        List<AuditEntry> batch;
        do
        {
            var after = last;
            batch = await (ascending ? entries.Where(a => a.Id > after).OrderBy(a => a.Id) : entries.Where(a => a.Id < after).OrderByDescending(a => a.Id))
                .Take(Batch).ToListAsync(ct);
            foreach (var entry in batch)
            {
                yield return Describe(entry).For(actor);
            }

            last = batch.Count == 0 ? last : batch[^1].Id;
        }
        while (batch.Count == Batch);
    }

    private static IQueryable<AuditEntry> Restrict(IQueryable<AuditEntry> entries, AuditFilter filter)
    {
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
            entries = entries.Where(a => a.Author.StartsWith(author));
        }

        if (filter.From is { } from)
        {
            entries = entries.Where(a => a.At >= from);
        }

        return filter.To is { } to ? entries.Where(a => a.At < to) : entries;
    }

    private static AuditRow Describe(AuditEntry entry) => new(
        entry.Id, entry.At, entry.Author, entry.Action.ToString(), entry.Subject, entry.SubjectId, entry.Reason,
        AuditChange.Between(entry.Before, entry.After));
}
