using LoyaltyAdmin.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class MemberMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.ExternalId).HasMaxLength(LoyaltyDbContext.KeyLength);
        builder.Property(m => m.FirstName).HasMaxLength(100);
        builder.Property(m => m.LastName).HasMaxLength(100);
        builder.Property(m => m.Phone).HasMaxLength(16);
        builder.Property(m => m.Email).HasMaxLength(254);
        builder.Property(m => m.Channel).HasMaxLength(50);
        builder.Property(m => m.Note).HasMaxLength(1000);
        builder.Property(m => m.SearchKey).HasMaxLength(600);
        builder.Property(m => m.RegistrationHash).HasMaxLength(64);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.ExternalId).IsUnique();
        builder.HasIndex(m => m.Phone).IsUnique();
        builder.HasIndex(m => m.Email).IsUnique();
        builder.HasIndex(m => m.SearchKey);
        builder.HasIndex(m => m.JoinedOn);
        builder.HasIndex(m => m.ImportId).HasFilter("\"ImportId\" IS NOT NULL");
        builder.HasIndex(m => m.IsDemo).HasFilter("\"IsDemo\" = 1");
    }
}

internal sealed class CardMapping : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.Property(c => c.Number).HasMaxLength(64);
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.MemberId);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}
