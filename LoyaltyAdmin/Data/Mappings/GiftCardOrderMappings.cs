using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.GiftCards;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class GiftCardOrderMapping : IEntityTypeConfiguration<GiftCardOrder>
{
    public void Configure(EntityTypeBuilder<GiftCardOrder> builder)
    {
        builder.ToTable("GiftCardOrders");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Key).HasMaxLength(LoyaltyDbContext.KeyLength);
        builder.Property(o => o.PayloadHash).HasMaxLength(64);
        builder.Property(o => o.Buyer).HasMaxLength(GiftCardOrder.LongestName);
        builder.Property(o => o.BuyerContact).HasMaxLength(GiftCardOrder.LongestName);
        builder.Property(o => o.Recipient).HasMaxLength(GiftCardOrder.LongestName);
        builder.Property(o => o.RecipientPhone).HasMaxLength(GiftCardOrder.LongestName);
        builder.Property(o => o.Address).HasMaxLength(GiftCardOrder.LongestAddress);
        builder.Property(o => o.GivenBy).HasMaxLength(GiftCard.LongestName);
        builder.Property(o => o.GivenTo).HasMaxLength(GiftCard.LongestName);
        builder.Property(o => o.Words).HasMaxLength(GiftCard.LongestWords);
        builder.Property(o => o.Channel).HasMaxLength(50);
        builder.Property(o => o.Tracking).HasMaxLength(GiftCardOrder.LongestTracking);
        builder.HasMoney(o => o.Amount);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasOne<GiftCardSeries>().WithMany().HasForeignKey(o => o.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(o => o.Key).IsUnique();
        builder.HasIndex(o => o.Status);
    }
}

internal sealed class GiftCardOrderStepMapping : IEntityTypeConfiguration<GiftCardOrderStep>
{
    public void Configure(EntityTypeBuilder<GiftCardOrderStep> builder)
    {
        builder.ToTable("GiftCardOrderSteps");
        builder.Property(s => s.Author).HasMaxLength(256);
        builder.Property(s => s.Note).HasMaxLength(1000);
        builder.HasOne<GiftCardOrder>().WithMany().HasForeignKey(s => s.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => s.OrderId);
    }
}

internal sealed class DeliveryMessageMapping : IEntityTypeConfiguration<DeliveryMessage>
{
    public void Configure(EntityTypeBuilder<DeliveryMessage> builder)
    {
        builder.ToTable("DeliveryMessages");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Key).HasMaxLength(LoyaltyDbContext.KeyLength);
        builder.Property(m => m.Problem).HasMaxLength(1000);
        builder.HasOne<GiftCardOrder>().WithMany().HasForeignKey(m => m.OrderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.OrderId);
        builder.HasIndex(m => m.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
    }
}

internal sealed class DeliveryPartnerMapping : IEntityTypeConfiguration<DeliveryPartner>
{
    public void Configure(EntityTypeBuilder<DeliveryPartner> builder)
    {
        builder.ToTable("DeliveryPartners");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Address).HasMaxLength(500);
        builder.Property(p => p.Secret).HasMaxLength(2000);
        builder.Property(p => p.Version).IsConcurrencyToken();
    }
}
