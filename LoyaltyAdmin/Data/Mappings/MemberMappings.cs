using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Households;
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
        builder.Property(m => m.Store).HasMaxLength(100);
        builder.Property(m => m.Cashier).HasMaxLength(100);
        builder.Property(m => m.SearchKey).HasMaxLength(600);
        builder.Property(m => m.GivenNameKey).HasMaxLength(201);
        builder.Property(m => m.RegistrationHash).HasMaxLength(64);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.ExternalId).IsUnique();
        builder.HasIndex(m => m.Phone).IsUnique();
        builder.HasIndex(m => m.Email).IsUnique();
        builder.HasIndex(m => m.SearchKey);
        builder.HasIndex(m => m.GivenNameKey);
        builder.HasIndex(m => m.JoinedOn);
        builder.HasIndex(m => m.MergedIntoId);
        builder.HasIndex(m => m.ImportId).HasFilter("\"ImportId\" IS NOT NULL");

        // One household at most: it is a value of the member's own row.
        builder.HasOne<Household>().WithMany().HasForeignKey(m => m.HouseholdId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.HouseholdId).HasFilter("\"HouseholdId\" IS NOT NULL");
        builder.HasIndex(m => m.IsDemo).HasFilter("\"IsDemo\" = 1");

        // Few are blocked, and a list of them is asked for.
        builder.HasIndex(m => m.Status).HasFilter("\"Status\" = 1");
    }
}

internal sealed class HouseholdMapping : IEntityTypeConfiguration<Household>
{
    public void Configure(EntityTypeBuilder<Household> builder) => builder.Property(h => h.Version).IsConcurrencyToken();
}

internal sealed class CardMapping : IEntityTypeConfiguration<Card>
{
    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.Property(c => c.Number).HasMaxLength(64);
        builder.Property(c => c.ReplacedBy).HasMaxLength(64);

        // Of two who give one free card away at once, one wins.
        builder.Property(c => c.MemberId).IsConcurrencyToken();
        builder.Property(c => c.Status).IsConcurrencyToken();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => c.MemberId);
        builder.HasIndex(c => new { c.SeriesId, c.Status });
        builder.HasIndex(c => new { c.IsVirtual, c.Status }).HasFilter("\"MemberId\" IS NULL");
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CardSeries>().WithMany().HasForeignKey(c => c.SeriesId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CardSeriesMapping : IEntityTypeConfiguration<CardSeries>
{
    public void Configure(EntityTypeBuilder<CardSeries> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(CardSeriesPlan.LongestName);
        builder.Property(s => s.Prefix).HasMaxLength(CardSeriesPlan.LongestPrefix);
        builder.Property(s => s.CreatedBy).HasMaxLength(256);

        // There is one series of cards that are made on demand.
        builder.HasIndex(s => s.Numbering).IsUnique().HasFilter("\"Numbering\" = 3");
    }
}
