using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class ReceiptMapping : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Key).HasMaxLength(LoyaltyDbContext.TillKeyLength);
        builder.HasOne<Partner>().WithMany().HasForeignKey(r => r.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.PartnerId, r.Day }).HasFilter("\"PartnerId\" IS NOT NULL");
        builder.Property(r => r.Store).HasMaxLength(64);
        builder.Property(r => r.Register).HasMaxLength(64);
        builder.Property(r => r.Channel).HasMaxLength(50);
        builder.Property(r => r.Tier).HasMaxLength(TierMapping.KeyLength);
        builder.Property(r => r.PayloadHash).HasMaxLength(64);
        builder.Property(r => r.PaidFrom).HasMaxLength(1000);
        builder.HasMoney(r => r.Gross);
        builder.HasMoney(r => r.Discount);
        builder.HasMoney(r => r.Redeemed);
        builder.HasMoney(r => r.Net);
        builder.HasMoney(r => r.ByGiftCard);
        builder.HasMoney(r => r.CardsSold);
        builder.Ignore(r => r.ToPay);
        builder.HasPoints(r => r.RedeemedPoints);
        builder.HasPoints(r => r.Accrued);
        builder.HasPoints(r => r.AccruedPending);
        builder.HasPoints(r => r.Forgiven);
        builder.HasPoints(r => r.BalanceAfter);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.Key).IsUnique();

        // Who bought on which days: active members, churn, intervals, RFM. The member's own receipts.
        builder.HasIndex(r => new { r.Day, r.MemberId, r.PartnerId });
        builder.HasIndex(r => new { r.MemberId, r.OccurredAt });

        // What an import has brought, to undo it member by member.
        builder.HasIndex(r => new { r.ImportId, r.MemberId }).HasFilter("\"ImportId\" IS NOT NULL");
    }
}

internal sealed class ReceiptLineMapping : IEntityTypeConfiguration<ReceiptLine>
{
    public void Configure(EntityTypeBuilder<ReceiptLine> builder)
    {
        builder.ToTable("ReceiptLines", table =>
            table.HasCheckConstraint("CK_ReceiptLines_Returned", "\"ReturnedQuantity\" <= \"Quantity\""));
        builder.HasKey(l => new { l.ReceiptId, l.Line });
        builder.Property(l => l.Sku).HasMaxLength(64);
        builder.Property(l => l.Name).HasMaxLength(200);
        builder.Property(l => l.Category).HasMaxLength(100);
        builder.HasQuantity(l => l.Quantity);
        builder.HasQuantity(l => l.ReturnedQuantity);
        builder.HasMoney(l => l.Gross);
        builder.HasMoney(l => l.Discount);
        builder.HasMoney(l => l.Redeemed);
        builder.HasMoney(l => l.Refunded);
        builder.HasPoints(l => l.RedeemedPoints);
        builder.HasPoints(l => l.Accrued);
        builder.HasPoints(l => l.Promoted);
        builder.HasPoints(l => l.Reversed);
        builder.HasPoints(l => l.PromotedReversed);
        builder.HasPoints(l => l.Restored);
        builder.Ignore(l => l.Net);
    }
}

internal sealed class ReturnMapping : IEntityTypeConfiguration<Return>
{
    public void Configure(EntityTypeBuilder<Return> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Key).HasMaxLength(LoyaltyDbContext.TillKeyLength);
        builder.HasOne<Partner>().WithMany().HasForeignKey(r => r.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => new { r.PartnerId, r.Day }).HasFilter("\"PartnerId\" IS NOT NULL");
        builder.Property(r => r.Store).HasMaxLength(64);
        builder.Property(r => r.PayloadHash).HasMaxLength(64);
        builder.HasMoney(r => r.Refund);
        builder.HasMoney(r => r.ByGiftCard);
        builder.HasMoney(r => r.CardsRefunded);
        builder.Ignore(r => r.ToRefund);
        builder.HasPoints(r => r.Restored);
        builder.HasPoints(r => r.Reversed);
        builder.HasPoints(r => r.Debt);
        builder.HasPoints(r => r.BalanceAfter);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(r => r.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Lines).WithOne().HasForeignKey(l => l.ReturnId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(r => r.Key).IsUnique();
        builder.HasIndex(r => r.ReceiptId);
        builder.HasIndex(r => new { r.MemberId, r.Day });
        builder.HasIndex(r => r.Day);
        builder.HasIndex(r => new { r.ImportId, r.MemberId }).HasFilter("\"ImportId\" IS NOT NULL");
    }
}

internal sealed class ReturnLineMapping : IEntityTypeConfiguration<ReturnLine>
{
    public void Configure(EntityTypeBuilder<ReturnLine> builder)
    {
        builder.HasKey(l => new { l.ReturnId, l.Number });
        builder.Property(l => l.Sku).HasMaxLength(64);
        builder.HasQuantity(l => l.Quantity);
        builder.HasMoney(l => l.Refund);
        builder.HasPoints(l => l.Restored);
        builder.HasPoints(l => l.Reversed);
    }
}
