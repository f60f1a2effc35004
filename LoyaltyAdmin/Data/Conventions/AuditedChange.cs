using System.Globalization;
using System.Text.Json;
using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace LoyaltyAdmin.Data.Conventions;

/// <summary>A change that a context is about to save and the audit wants to know: what was and what will be.</summary>
public sealed class AuditedChange
{
    /// <summary>What is secret, derived or housekeeping, and so is no one's change.</summary>
    private static readonly HashSet<string> Silent =
    [
        nameof(Operator.PasswordHash), nameof(Operator.SecurityStamp), nameof(Operator.ConcurrencyStamp), nameof(Operator.AccessFailedCount),
        nameof(Operator.NormalizedEmail), nameof(Operator.NormalizedUserName), nameof(Operator.UserName), nameof(Operator.EmailConfirmed),
        nameof(Operator.PhoneNumberConfirmed), nameof(Operator.TwoFactorEnabled), nameof(Operator.LockoutEnabled), nameof(Operator.Id),
        nameof(ApiKey.Hash), nameof(Member.SearchKey), nameof(Member.GivenNameKey), nameof(Member.Version), nameof(Member.IsDemo),
        nameof(Member.RegistrationHash), nameof(Member.BirthDateChangedOn), nameof(Member.ImportId), nameof(ProgramVersion.Revision),
        nameof(GiftCardDesign.Version), nameof(CouponSeries.Codes), nameof(CouponSeries.Uses),
    ];

    private readonly EntityEntry entry;
    private readonly AuditAction action;
    private readonly string subject;
    private readonly string? subjectId;
    private readonly string? before;
    private readonly string? after;

    private AuditedChange(EntityEntry entry, string? before, string? after)
    {
        (this.entry, this.before, this.after) = (entry, before, after);
        action = (entry.State, entry.Entity) switch
        {
            // What belongs to a thing changes it, even when it comes or goes.
            (_, Card or IdentityUserRole<Guid>) => AuditAction.Changed,
            (EntityState.Added, _) => AuditAction.Created,
            (EntityState.Deleted, _) => AuditAction.Deleted,
            _ => AuditAction.Changed,
        };
        (subject, subjectId) = SubjectOf(entry);
    }

    /// <summary>The types whose changes are kept.</summary>
    public static IReadOnlyList<Type> Kept { get; } =
        [typeof(Member), typeof(Card), typeof(CardSeries), typeof(LoyaltyProgram), typeof(ProgramVersion), typeof(Operator), typeof(ApiKey), typeof(Partner), typeof(PartnerTerms), typeof(Settlement), typeof(SettlementAdjustment), typeof(IdentityUserRole<Guid>), typeof(GiftCardDesign), typeof(GiftCardSeries), typeof(CouponSeries), typeof(Domain.Joining.AcquisitionCost), typeof(Domain.Members.Households.Household)];

    /// <summary>Whether the database gives the key, so that it is known only after the save.</summary>
    public bool LacksKey => subjectId is null;

    /// <summary>What a context is about to save, as far as the audit wants to know it.</summary>
    public static List<AuditedChange> Of(LoyaltyDbContext db) =>
    [
        .. db.ChangeTracker.Entries()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && Kept.Contains(entry.Metadata.ClrType))
            .Select(entry => Describe(db, entry))
            .OfType<AuditedChange>(),
    ];

    /// <summary>Whether the values of a property are kept.</summary>
    public static bool Keeps(string property) => !Silent.Contains(property);

    /// <summary>The entry to be written; after the save where the key was lacking.</summary>
    public AuditEntry ToEntry(LoyaltyDbContext db, DateTime now) => new()
    {
        At = now,
        Author = db.Author,
        Action = action,
        Subject = subject,
        SubjectId = subjectId ?? Text(KeyOf(entry).CurrentValue),
        Before = before,
        After = after,
        Reason = db.AuditReason,
    };

    private static AuditedChange? Describe(LoyaltyDbContext db, EntityEntry entry)
    {
        if (entry.Entity is IdentityUserRole<Guid> userRole)
        {
            var role = JsonSerializer.Serialize(new { role = db.Roles.Local.FirstOrDefault(r => r.Id == userRole.RoleId)?.Name });
            return new AuditedChange(entry, entry.State == EntityState.Deleted ? role : null, entry.State == EntityState.Deleted ? null : role);
        }

        if (entry.Entity is Card card)
        {
            string Status(object? status) => JsonSerializer.Serialize(
                new Dictionary<string, object> { [nameof(Card)] = new Dictionary<string, object?> { [card.Number] = status } }, ConditionsJson.Options);
            var status = entry.Property(nameof(Card.Status));
            return new AuditedChange(
                entry,
                entry.State == EntityState.Added ? null : Status(status.OriginalValue),
                entry.State == EntityState.Deleted ? null : Status(status.CurrentValue));
        }

        var changed = entry.Properties
            .Where(p => Keeps(p.Metadata.Name) && !p.IsTemporary && (entry.State != EntityState.Modified || p.IsModified))
            .Where(p => entry.State != EntityState.Modified || !Equals(p.OriginalValue, p.CurrentValue))
            .Concat(entry.ComplexProperties.SelectMany(c => c.Properties))
            .ToList();
        if (changed.Count == 0)
        {
            // A password has no value to show, yet its change is one.
            return entry.Entity is Operator && entry.Property(nameof(Operator.PasswordHash)) is { IsModified: true } hash && !Equals(hash.OriginalValue, hash.CurrentValue)
                ? new AuditedChange(entry, null, "{\"Password\":\"***\"}")
                : null;
        }

        return new AuditedChange(
            entry,
            entry.State == EntityState.Added ? null : Json(changed, p => p.OriginalValue),
            entry.State == EntityState.Deleted ? null : Json(changed, p => p.CurrentValue));
    }

    /// <summary>The thing on whose page the change is seen: a card on whoever has it, a role on its user. Its id is null while the key is lacking.</summary>
    private static (string Subject, string? Id) SubjectOf(EntityEntry entry) => entry.Entity switch
    {
        Card { MemberId: { } holder } => (nameof(Member), Text(holder)),
        Card card => (nameof(Card), card.Number),
        IdentityUserRole<Guid> role => (nameof(Operator), role.UserId.ToString()),
        ProgramVersion version => (nameof(ProgramVersion), Text(version.Number)),
        _ => (entry.Metadata.ClrType.Name, KeyOf(entry) is { IsTemporary: false, CurrentValue: var key } ? Text(key) : null),
    };

    private static PropertyEntry KeyOf(EntityEntry entry) => entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name);

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    private static string Json(IEnumerable<PropertyEntry> properties, Func<PropertyEntry, object?> value) =>
        JsonSerializer.Serialize(
            properties.GroupBy(NameOf).ToDictionary(p => p.Key, p => value(p.First())),
            ConditionsJson.Options);

    /// <summary>A value's one number goes by the name of the property that holds it.</summary>
    private static string NameOf(PropertyEntry property) =>
        property.Metadata.DeclaringType is IComplexType complex ? complex.ComplexProperty.Name : property.Metadata.Name;
}
