using LoyaltyAdmin.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>Refuses to save a change or removal of what is written once between two companies: terms, adjustments and lines of statements.</summary>
public sealed class WrittenOnce : SaveChangesInterceptor
{
    private static readonly HashSet<Type> Kept = [typeof(PartnerTerms), typeof(SettlementAdjustment), typeof(SettlementLine), typeof(PartnerOperation)];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext db)
    {
        if (db.ChangeTracker.Entries().FirstOrDefault(e => e.State is EntityState.Modified or EntityState.Deleted && Kept.Contains(e.Metadata.ClrType)) is { } changed)
        {
            throw new InvalidOperationException($"{changed.Metadata.ClrType.Name} is written once: it is neither changed nor removed.");
        }
    }
}
