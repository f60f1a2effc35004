using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Joining;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class AcquisitionCostMapping : IEntityTypeConfiguration<AcquisitionCost>
{
    public void Configure(EntityTypeBuilder<AcquisitionCost> builder)
    {
        builder.Property(c => c.Channel).HasMaxLength(AcquisitionCost.LongestChannel);
        builder.HasMoney(c => c.Amount);
        builder.HasIndex(c => new { c.Month, c.Channel }).IsUnique();
    }
}
