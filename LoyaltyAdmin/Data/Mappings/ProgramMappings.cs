using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Programs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class LoyaltyProgramMapping : IEntityTypeConfiguration<LoyaltyProgram>
{
    public void Configure(EntityTypeBuilder<LoyaltyProgram> builder) => builder.Property(p => p.Name).HasMaxLength(200);
}

internal sealed class ProgramVersionMapping : IEntityTypeConfiguration<ProgramVersion>
{
    public void Configure(EntityTypeBuilder<ProgramVersion> builder)
    {
        builder.HasOne<LoyaltyProgram>().WithMany().HasForeignKey(v => v.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(v => new { v.ProgramId, v.Number }).IsUnique();
        builder.HasIndex(v => v.ProgramId, "IX_ProgramVersions_OneDraft").IsUnique().HasFilter("\"Status\" = 0");
        builder.Property(v => v.Conditions).HasConversion(new ConditionsJson(), ConditionsJson.Comparer);
        builder.Property(v => v.PublishedBy).HasMaxLength(256);
        builder.Property(v => v.Note).HasMaxLength(1000);
        builder.Property(v => v.Revision).IsConcurrencyToken();
    }
}
