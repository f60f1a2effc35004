using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Terms;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class TermsEditionMapping : IEntityTypeConfiguration<TermsEdition>
{
    public void Configure(EntityTypeBuilder<TermsEdition> builder)
    {
        builder.HasIndex(e => e.Number).IsUnique();
        builder.Property(e => e.Texts).HasConversion(new TermsJson());
    }
}
