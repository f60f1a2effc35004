using LoyaltyAdmin.Domain.Kpi;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class DailySalesMapping : IEntityTypeConfiguration<DailySales>
{
    public void Configure(EntityTypeBuilder<DailySales> builder)
    {
        builder.HasKey(d => new { d.Day, d.Store });
        builder.Property(d => d.Store).HasMaxLength(64);
    }
}

internal sealed class DailyPointsMapping : IEntityTypeConfiguration<DailyPoints>
{
    public void Configure(EntityTypeBuilder<DailyPoints> builder) => builder.HasKey(d => new { d.Day, d.Kind, d.Block });
}

internal sealed class CohortMonthMapping : IEntityTypeConfiguration<CohortMonth>
{
    public void Configure(EntityTypeBuilder<CohortMonth> builder)
    {
        builder.HasKey(c => new { c.Cohort, c.Month });
        builder.HasIndex(c => c.Month);
    }
}
