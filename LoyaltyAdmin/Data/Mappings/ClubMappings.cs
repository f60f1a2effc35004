using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class ClubMapping : IEntityTypeConfiguration<Club>
{
    public void Configure(EntityTypeBuilder<Club> builder)
    {
        builder.Property(c => c.Key).HasMaxLength(TierMapping.KeyLength);
        builder.Property(c => c.Name).HasMaxLength(OfferRule.LongestName);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Key).IsUnique();
        builder.HasMany(c => c.Versions).WithOne().HasForeignKey(v => v.ClubId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ClubVersionMapping : IEntityTypeConfiguration<ClubVersion>
{
    public void Configure(EntityTypeBuilder<ClubVersion> builder)
    {
        builder.HasKey(v => new { v.ClubId, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.Author).HasMaxLength(256);
        builder.Property(v => v.Terms).HasConversion(new JsonColumn<ClubTerms>());
    }
}

internal sealed class ClubPlaceMapping : IEntityTypeConfiguration<ClubPlace>
{
    public void Configure(EntityTypeBuilder<ClubPlace> builder)
    {
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasOne<Club>().WithMany().HasForeignKey(p => p.ClubId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(p => p.MemberId).OnDelete(DeleteBehavior.Restrict);

        // A member has one place in a club, whoever gives it.
        builder.HasIndex(p => new { p.MemberId, p.ClubId }).IsUnique().HasFilter("\"IsOpen\" = 1").HasDatabaseName("IX_ClubPlaces_Open");
        builder.HasIndex(p => p.MemberId);

        // Who is in a club, and whose term ends.
        builder.HasIndex(p => new { p.ClubId, p.Until });
    }
}

internal sealed class ClubEventMapping : IEntityTypeConfiguration<ClubEvent>
{
    public void Configure(EntityTypeBuilder<ClubEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Author).HasMaxLength(256);
        builder.Property(e => e.Reason).HasMaxLength(TierMapping.ReasonLength);
        builder.HasOne<ClubPlace>().WithMany().HasForeignKey(e => e.PlaceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.PlaceId, e.At });
    }
}

internal sealed class ClubInvitationMapping : IEntityTypeConfiguration<ClubInvitation>
{
    public void Configure(EntityTypeBuilder<ClubInvitation> builder)
    {
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Code).HasMaxLength(20);
        builder.Property(i => i.IssuedBy).HasMaxLength(256);
        builder.Property(i => i.Reason).HasMaxLength(TierMapping.ReasonLength);
        builder.HasOne<Club>().WithMany().HasForeignKey(i => i.ClubId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(i => i.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(i => i.Code).IsUnique();
        builder.HasIndex(i => new { i.MemberId, i.ClubId }).IsUnique().HasFilter("\"State\" = 0").HasDatabaseName("IX_ClubInvitations_Issued");
        builder.HasIndex(i => i.MemberId);
        builder.HasIndex(i => new { i.ClubId, i.State });
    }
}
