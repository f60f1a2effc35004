using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class CouponSeriesMapping : IEntityTypeConfiguration<CouponSeries>
{
    public void Configure(EntityTypeBuilder<CouponSeries> builder)
    {
        builder.ToTable("CouponSeries", table => table.HasCheckConstraint("CK_CouponSeries_Uses", "\"Uses\" >= 0"));
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Key).HasMaxLength(CouponSeriesPlan.LongestKey);
        builder.Property(s => s.Name).HasMaxLength(CouponSeriesPlan.LongestName);
        builder.Property(s => s.Prefix).HasMaxLength(CouponSeriesPlan.LongestPrefix);
        builder.Property(s => s.CreatedBy).HasMaxLength(256);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.Ignore(s => s.NeedsMember);
        builder.HasIndex(s => s.Key).IsUnique();
    }
}

internal sealed class CouponMapping : IEntityTypeConfiguration<Coupon>
{
    public void Configure(EntityTypeBuilder<Coupon> builder)
    {
        builder.ToTable("Coupons", table => table.HasCheckConstraint("CK_Coupons_Uses", "\"Uses\" >= 0 AND \"Held\" >= 0"));
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(Coupon.LongestCode);
        builder.Property(c => c.Key).HasMaxLength(Coupon.LongestCode);
        builder.Property(c => c.VoidedFor).HasMaxLength(500);
        builder.Property(c => c.GivenBy).HasMaxLength(64);
        builder.HasOne<CouponSeries>().WithMany().HasForeignKey(c => c.SeriesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => c.Key).IsUnique();

        // Lists of a series by state; what a member has.
        builder.HasIndex(c => new { c.SeriesId, c.State });
        builder.HasIndex(c => c.MemberId).HasFilter("\"MemberId\" IS NOT NULL");
    }
}

internal sealed class CouponUseMapping : IEntityTypeConfiguration<CouponUse>
{
    public void Configure(EntityTypeBuilder<CouponUse> builder)
    {
        builder.ToTable("CouponUses");
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.HasOne<Coupon>().WithMany().HasForeignKey(u => u.CouponId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(u => u.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(u => new { u.ReceiptId, u.CouponId }).IsUnique();
        builder.HasIndex(u => u.CouponId);

        // How often a member has used a series.
        builder.HasIndex(u => new { u.MemberId, u.SeriesId }).HasFilter("\"MemberId\" IS NOT NULL");
    }
}
