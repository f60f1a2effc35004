using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class GiftCardDesignMapping : IEntityTypeConfiguration<GiftCardDesign>
{
    public void Configure(EntityTypeBuilder<GiftCardDesign> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Name).HasMaxLength(GiftCardDesign.LongestName);
        builder.Property(d => d.Colour).HasMaxLength(7);
        builder.Property(d => d.Text).HasMaxLength(GiftCardDesign.LongestText);
        builder.Property(d => d.Version).IsConcurrencyToken();
    }
}

internal sealed class GiftCardSeriesMapping : IEntityTypeConfiguration<GiftCardSeries>
{
    public void Configure(EntityTypeBuilder<GiftCardSeries> builder)
    {
        builder.ToTable("GiftCardSeries");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(CardSeriesPlan.LongestName);
        builder.Property(s => s.Prefix).HasMaxLength(CardSeriesPlan.LongestPrefix);
        builder.Property(s => s.CreatedBy).HasMaxLength(256);
        builder.HasMoney(s => s.Nominal);
        builder.HasMoney(s => s.Minimum);
        builder.HasMoney(s => s.Maximum);
        builder.Ignore(s => s.IsFree);
        builder.Ignore(s => s.Middle);
        builder.HasOne<GiftCardDesign>().WithMany().HasForeignKey(s => s.DesignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class GiftCardMapping : IEntityTypeConfiguration<GiftCard>
{
    public const int ReasonLength = 1000;

    public void Configure(EntityTypeBuilder<GiftCard> builder)
    {
        builder.ToTable("GiftCards", table => table.HasCheckConstraint("CK_GiftCards_Balance", "\"Balance\" >= 0"));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(CardSeriesPlan.LongestNumber);
        builder.Property(c => c.Pin).HasMaxLength(10);
        builder.Property(c => c.SoldStore).HasMaxLength(64);
        builder.Property(c => c.SoldChannel).HasMaxLength(50);
        builder.Property(c => c.OperationId).HasMaxLength(LoyaltyDbContext.KeyLength);
        builder.Property(c => c.OperationHash).HasMaxLength(64);
        builder.Property(c => c.GivenBy).HasMaxLength(GiftCard.LongestName);
        builder.Property(c => c.GivenTo).HasMaxLength(GiftCard.LongestName);
        builder.Property(c => c.Words).HasMaxLength(GiftCard.LongestWords);
        builder.Property(c => c.BlockedFor).HasMaxLength(ReasonLength);
        builder.HasMoney(c => c.Nominal);
        builder.HasMoney(c => c.Balance);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasOne<GiftCardSeries>().WithMany().HasForeignKey(c => c.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasIndex(c => c.OperationId).IsUnique().HasFilter("\"OperationId\" IS NOT NULL");

        // Free cards of a series; lists by state and by day of sale; whose last day is over; the cards of a buying order.
        builder.HasIndex(c => new { c.SeriesId, c.Status });
        builder.HasIndex(c => new { c.Status, c.ExpiresAt });
        builder.HasIndex(c => c.SoldOn);
        builder.HasIndex(c => c.SoldReceiptId).HasFilter("\"SoldReceiptId\" IS NOT NULL");
    }
}

internal sealed class GiftCardEntryMapping : IEntityTypeConfiguration<GiftCardEntry>
{
    public void Configure(EntityTypeBuilder<GiftCardEntry> builder)
    {
        builder.ToTable("GiftCardEntries");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Store).HasMaxLength(64);
        builder.Property(e => e.Author).HasMaxLength(256);
        builder.Property(e => e.Reason).HasMaxLength(GiftCardMapping.ReasonLength);
        builder.HasMoney(e => e.Amount);
        builder.HasMoney(e => e.BalanceAfter);
        builder.HasOne<GiftCard>().WithMany().HasForeignKey(e => e.CardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.CardId);
        builder.HasIndex(e => e.Day);

        // What a receipt took, for its returns.
        builder.HasIndex(e => e.ReceiptId).HasFilter("\"ReceiptId\" IS NOT NULL");
    }
}

internal sealed class GiftCardHoldMapping : IEntityTypeConfiguration<GiftCardHold>
{
    public void Configure(EntityTypeBuilder<GiftCardHold> builder)
    {
        builder.ToTable("GiftCardHolds");
        builder.HasKey(h => new { h.HoldId, h.CardId });
        builder.HasMoney(h => h.Amount);
        builder.HasOne<Hold>().WithMany().HasForeignKey(h => h.HoldId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<GiftCard>().WithMany().HasForeignKey(h => h.CardId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(h => h.CardId);
    }
}
