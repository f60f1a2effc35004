using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Imports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class ImportRunMapping : IEntityTypeConfiguration<ImportRun>
{
    public void Configure(EntityTypeBuilder<ImportRun> builder)
    {
        builder.Property(i => i.FileName).HasMaxLength(260);
        builder.Property(i => i.FileHash).HasMaxLength(64);
        builder.Property(i => i.FailureCode).HasMaxLength(100);
        builder.Property(i => i.FailureDetail).HasMaxLength(1000);
        builder.Property(i => i.CreatedBy).HasMaxLength(256);
        builder.Property(i => i.UndoneBy).HasMaxLength(256);
        builder.Property(i => i.UndoReason).HasMaxLength(1000);
        builder.HasIndex(i => i.Status);
        builder.HasIndex(i => i.UploadOf);
    }
}

internal sealed class SavedMappingMapping : IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<SavedMapping> builder)
    {
        builder.ToTable("ImportMappings");
        builder.Property(m => m.HeaderHash).HasMaxLength(64);
        builder.Property(m => m.Name).HasMaxLength(100);
        builder.Property(m => m.UsedBy).HasMaxLength(256);
        builder.HasIndex(m => new { m.Kind, m.HeaderHash, m.Name }).IsUnique();
    }
}

internal sealed class ImportChangeMapping : IEntityTypeConfiguration<ImportChange>
{
    public void Configure(EntityTypeBuilder<ImportChange> builder)
    {
        builder.Property(c => c.Card).HasMaxLength(64);
        builder.HasIndex(c => new { c.ImportId, c.MemberId });
    }
}

internal sealed class UndoneReceiptMapping : IEntityTypeConfiguration<UndoneReceipt>
{
    public void Configure(EntityTypeBuilder<UndoneReceipt> builder)
    {
        builder.HasKey(r => new { r.IsReturn, r.Id });
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Key).HasMaxLength(LoyaltyDbContext.KeyLength);
        builder.Property(r => r.Store).HasMaxLength(64);
        builder.HasMoney(r => r.Net);
        builder.HasPoints(r => r.Points);
        builder.HasIndex(r => r.ImportId);
    }
}
