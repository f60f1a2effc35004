using LoyaltyAdmin.Data.Operations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class JobRunMapping : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.Property(r => r.JobKey).HasMaxLength(LoyaltyDbContext.KeyLength);
        builder.Property(r => r.Counts).HasMaxLength(1000);
        builder.Property(r => r.Error).HasMaxLength(JobRun.ErrorLength);
        builder.Property(r => r.ErrorArguments).HasMaxLength(1000);
        builder.HasIndex(r => new { r.JobKey, r.Id });
    }
}
