using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Tiers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class TierMapping : IEntityTypeConfiguration<MemberTier>
{
    public const int KeyLength = 40;
    public const int ReasonLength = 1000;

    public void Configure(EntityTypeBuilder<MemberTier> builder)
    {
        builder.HasKey(t => t.MemberId);
        builder.Property(t => t.MemberId).ValueGeneratedNever();
        builder.Property(t => t.Level).HasMaxLength(KeyLength);
        builder.Property(t => t.RaisedFrom).HasMaxLength(KeyLength);
        builder.Property(t => t.LockLevel).HasMaxLength(KeyLength);
        builder.Property(t => t.LockReason).HasMaxLength(ReasonLength);
        builder.Property(t => t.Version).IsConcurrencyToken();
        builder.HasOne<Member>().WithOne().HasForeignKey<MemberTier>(t => t.MemberId).OnDelete(DeleteBehavior.Restrict);

        // Who stands where, and whose time is over.
        builder.HasIndex(t => t.Level);
        builder.HasIndex(t => t.KeptUntil);
        builder.HasIndex(t => t.LockUntil).HasFilter("\"LockUntil\" IS NOT NULL");
    }
}

internal sealed class TierChangeMapping : IEntityTypeConfiguration<TierChange>
{
    public void Configure(EntityTypeBuilder<TierChange> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.From).HasMaxLength(TierMapping.KeyLength);
        builder.Property(c => c.To).HasMaxLength(TierMapping.KeyLength);
        builder.Property(c => c.Reason).HasMaxLength(TierMapping.ReasonLength);
        builder.Property(c => c.Author).HasMaxLength(256);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.MemberId, c.At });
        builder.HasIndex(c => c.At);

        // What a receipt brought, to undo it with its import.
        builder.HasIndex(c => c.ReceiptId).HasFilter("\"ReceiptId\" IS NOT NULL");
    }
}
