using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>Writes an audit entry for each change of settings, members, keys and users, in the same save.</summary>
public sealed class AuditInterceptor(BusinessClock clock) : SaveChangesInterceptor
{
    /// <summary>What is secret, derived or housekeeping, and so is no one's change.</summary>
    private static readonly HashSet<string> Silent =
    [
        nameof(Operator.PasswordHash), nameof(Operator.SecurityStamp), nameof(Operator.ConcurrencyStamp), nameof(Operator.AccessFailedCount),
        nameof(Operator.NormalizedEmail), nameof(Operator.NormalizedUserName), nameof(Operator.UserName), nameof(Operator.EmailConfirmed),
        nameof(Operator.PhoneNumberConfirmed), nameof(Operator.TwoFactorEnabled), nameof(Operator.LockoutEnabled), nameof(Operator.Id),
        nameof(ApiKey.Hash), nameof(Member.SearchKey), nameof(Member.Version),
        nameof(Member.RegistrationHash), nameof(Member.ImportId), nameof(ProgramVersion.Revision),
    ];

    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record((LoyaltyDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record((LoyaltyDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Record(LoyaltyDbContext db)
    {
        var entries = db.ChangeTracker.Entries().Where(IsAudited).Select(entry => Describe(db, entry)).OfType<AuditEntry>().ToList();
        db.AuditEntries.AddRange(entries);
    }

    private static bool IsAudited(EntityEntry entry) =>
        entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
        && entry.Entity is Member or Card or LoyaltyProgram or ProgramVersion or Operator or ApiKey or IdentityUserRole<Guid>;

    private AuditEntry? Describe(LoyaltyDbContext db, EntityEntry entry)
    {
        if (entry.Entity is IdentityUserRole<Guid> userRole)
        {
            var role = JsonSerializer.Serialize(new { role = db.Roles.Local.FirstOrDefault(r => r.Id == userRole.RoleId)?.Name });
            return Entry(db, entry, entry.State == EntityState.Deleted ? role : null, entry.State == EntityState.Deleted ? null : role);
        }

        var changed = entry.Properties
            .Where(p => !Silent.Contains(p.Metadata.Name) && !p.IsTemporary && (entry.State != EntityState.Modified || p.IsModified))
            .Where(p => entry.State != EntityState.Modified || !Equals(p.OriginalValue, p.CurrentValue))
            .Concat(entry.ComplexProperties.SelectMany(c => c.Properties))
            .ToList();
        if (changed.Count == 0)
        {
            // A password has no value to show, yet its change is one.
            return entry.Entity is Operator && entry.Property(nameof(Operator.PasswordHash)) is { IsModified: true } hash && !Equals(hash.OriginalValue, hash.CurrentValue)
                ? Entry(db, entry, null, "{\"Password\":\"***\"}")
                : null;
        }

        return Entry(
            db,
            entry,
            entry.State == EntityState.Added ? null : Json(changed, p => p.OriginalValue),
            entry.State == EntityState.Deleted ? null : Json(changed, p => p.CurrentValue));
    }

    private AuditEntry Entry(LoyaltyDbContext db, EntityEntry entry, string? before, string? after)
    {
        var (subject, id) = SubjectOf(entry);
        return new AuditEntry
        {
            At = clock.UtcNow,
            Author = db.Author,
            Action = entry.State switch
            {
                EntityState.Added => AuditAction.Created,
                EntityState.Deleted => AuditAction.Deleted,
                _ => AuditAction.Changed,
            },
            Subject = subject,
            SubjectId = id,
            Before = before,
            After = after,
            Reason = db.AuditReason,
        };
    }

    /// <summary>The thing on whose page the change is seen: a card on its member, a role on its user.</summary>
    private static (string Subject, string Id) SubjectOf(EntityEntry entry) => entry.Entity switch
    {
        Card card => (nameof(Member), Text(card.MemberId)),
        IdentityUserRole<Guid> role => (nameof(Operator), role.UserId.ToString()),
        ProgramVersion version => (nameof(ProgramVersion), Text(version.Number)),
        _ => (entry.Metadata.ClrType.Name, Text(entry.Property(KeyOf(entry.Metadata)).CurrentValue)),
    };

    private static string KeyOf(IReadOnlyEntityType type) => type.FindPrimaryKey()!.Properties[0].Name;

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Json(IEnumerable<PropertyEntry> properties, Func<PropertyEntry, object?> value) =>
        JsonSerializer.Serialize(
            properties.GroupBy(NameOf).ToDictionary(p => p.Key, p => value(p.First())),
            ConditionsJson.Options);

    /// <summary>A value's one number goes by the name of the property that holds it.</summary>
    private static string NameOf(PropertyEntry property) =>
        property.Metadata.DeclaringType is IComplexType complex ? complex.ComplexProperty.Name : property.Metadata.Name;
}
