using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class OperatorMapping : IEntityTypeConfiguration<Operator>
{
    public void Configure(EntityTypeBuilder<Operator> builder) => builder.Property(o => o.DisplayName).HasMaxLength(200);
}

internal sealed class ApiKeyMapping : IEntityTypeConfiguration<ApiKey>
{
    public void Configure(EntityTypeBuilder<ApiKey> builder)
    {
        builder.Property(k => k.Name).HasMaxLength(100);
        builder.Property(k => k.Hash).HasMaxLength(64);
        builder.Property(k => k.Prefix).HasMaxLength(16);
        builder.Property(k => k.Scopes).HasMaxLength(400);
        builder.Property(k => k.CreatedBy).HasMaxLength(256);
        builder.HasIndex(k => k.Hash).IsUnique();
        builder.HasOne<Partner>().WithMany().HasForeignKey(k => k.PartnerId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class UserSettingMapping : IEntityTypeConfiguration<UserSetting>
{
    public void Configure(EntityTypeBuilder<UserSetting> builder)
    {
        builder.HasKey(s => new { s.UserName, s.Name });
        builder.Property(s => s.UserName).HasMaxLength(256);
        builder.Property(s => s.Name).HasMaxLength(64);
        builder.Property(s => s.Value).HasMaxLength(UserSetting.ValueLength);
    }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.Property(a => a.Author).HasMaxLength(256);
        builder.Property(a => a.Subject).HasMaxLength(64);
        builder.Property(a => a.SubjectId).HasMaxLength(64);
        builder.Property(a => a.Reason).HasMaxLength(1000);
        builder.HasIndex(a => new { a.Subject, a.SubjectId, a.Id });
        builder.HasIndex(a => a.At);
    }
}

internal sealed class DemoShopMapping : IEntityTypeConfiguration<DemoShop>
{
    public void Configure(EntityTypeBuilder<DemoShop> builder) => builder.Property(s => s.Id).ValueGeneratedNever();
}

internal sealed class IdSequenceMapping : IEntityTypeConfiguration<IdSequence>
{
    public void Configure(EntityTypeBuilder<IdSequence> builder)
    {
        builder.HasKey(s => s.Name);
        builder.Property(s => s.Name).HasMaxLength(64);
        builder.Property(s => s.Next).IsConcurrencyToken();
    }
}
