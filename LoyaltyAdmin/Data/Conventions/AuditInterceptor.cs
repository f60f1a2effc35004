using System.Runtime.CompilerServices;
using LoyaltyAdmin.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>
/// Writes an audit entry for each change of settings, members, keys and users, in the same transaction. Where the database
/// gives a new row its key, the entries are written after the row, and both are committed together.
/// </summary>
public sealed class AuditInterceptor(BusinessClock clock) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, Waiting> waiting = [];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        var db = (LoyaltyDbContext)eventData.Context!;
        if (Record(db) is { } changes)
        {
            waiting.Add(db, new Waiting(changes, db.Database.CurrentTransaction is null ? db.Database.BeginTransaction() : null));
        }

        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        var db = (LoyaltyDbContext)eventData.Context!;
        if (Record(db) is { } changes)
        {
            var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellationToken) : null;
            waiting.Add(db, new Waiting(changes, own));
        }

        return result;
    }

    public override int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (Take(eventData.Context!) is { } late)
        {
            using var transaction = late.Transaction;
            Add((LoyaltyDbContext)eventData.Context!, late.Changes);
            eventData.Context!.SaveChanges();
            transaction?.Commit();
        }

        return result;
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (Take(eventData.Context!) is { } late)
        {
            await using var transaction = late.Transaction;
            Add((LoyaltyDbContext)eventData.Context!, late.Changes);
            await eventData.Context!.SaveChangesAsync(cancellationToken);
            await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        }

        return result;
    }

    public override void SaveChangesFailed(DbContextErrorEventData eventData) => Take(eventData.Context!)?.Transaction?.Dispose();

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default) =>
        RollBackAsync(eventData.Context!);

    public override void SaveChangesCanceled(DbContextEventData eventData) => Take(eventData.Context!)?.Transaction?.Dispose();

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default) =>
        RollBackAsync(eventData.Context!);

    /// <summary>Adds the entries to the save, or hands back the changes when one of them has no key yet.</summary>
    private List<AuditedChange>? Record(LoyaltyDbContext db)
    {
        var changes = AuditedChange.Of(db);
        if (changes.Exists(change => change.LacksKey))
        {
            return changes;
        }

        Add(db, changes);
        return null;
    }

    private void Add(LoyaltyDbContext db, List<AuditedChange> changes) =>
        db.AuditEntries.AddRange(changes.Select(change => change.ToEntry(db, clock.UtcNow)));

    private async Task RollBackAsync(DbContext db) => await (Take(db)?.Transaction?.DisposeAsync() ?? ValueTask.CompletedTask);

    private Waiting? Take(DbContext db) => waiting.Remove(db, out var late) ? late : null;

    /// <param name="Changes">What is to be written once the rows have their keys.</param>
    /// <param name="Transaction">Begun for it; null within a transaction of the caller.</param>
    private sealed record Waiting(List<AuditedChange> Changes, IDbContextTransaction? Transaction);
}
