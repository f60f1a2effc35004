using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Offers;
using LoyaltyAdmin.Domain.Subscriptions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class SubscriptionPlanMapping : IEntityTypeConfiguration<SubscriptionPlan>
{
    public void Configure(EntityTypeBuilder<SubscriptionPlan> builder)
    {
        builder.Property(p => p.Key).HasMaxLength(TierMapping.KeyLength);
        builder.Property(p => p.Name).HasMaxLength(OfferRule.LongestName);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Key).IsUnique();
        builder.HasMany(p => p.Versions).WithOne().HasForeignKey(v => v.PlanId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class PlanVersionMapping : IEntityTypeConfiguration<PlanVersion>
{
    public void Configure(EntityTypeBuilder<PlanVersion> builder)
    {
        builder.HasKey(v => new { v.PlanId, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.Author).HasMaxLength(256);

        // Terms are read whole and never searched, as the conditions of the program.
        builder.Property(v => v.Terms).HasConversion(new JsonColumn<PlanTerms>());
    }
}

internal sealed class SubscriptionMapping : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasMoney(s => s.Paid);
        builder.HasMoney(s => s.Monthly);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasOne<Member>().WithMany().HasForeignKey(s => s.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<SubscriptionPlan>().WithMany().HasForeignKey(s => s.PlanId).OnDelete(DeleteBehavior.Restrict);

        // Of two starts at once one finds the other.
        builder.HasIndex(s => new { s.MemberId, s.PlanId }).IsUnique().HasFilter("\"IsOpen\" = 1").HasDatabaseName("IX_Subscriptions_Open");
        builder.HasIndex(s => s.MemberId);
        builder.HasIndex(s => new { s.PlanId, s.PaidUntil });
        builder.HasIndex(s => s.PaidUntil);
    }
}

internal sealed class SubscriptionEventMapping : IEntityTypeConfiguration<SubscriptionEvent>
{
    public void Configure(EntityTypeBuilder<SubscriptionEvent> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasMoney(e => e.Amount);
        builder.HasMoney(e => e.Fee);
        builder.Property(e => e.OperationId).HasMaxLength(LoyaltyDbContext.KeyLength);
        builder.Property(e => e.PayloadHash).HasMaxLength(64);
        builder.Property(e => e.Author).HasMaxLength(256);
        builder.Property(e => e.Reason).HasMaxLength(TierMapping.ReasonLength);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(e => e.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => e.OperationId).IsUnique().HasFilter("\"OperationId\" IS NOT NULL");
        builder.HasIndex(e => new { e.SubscriptionId, e.At });
        builder.HasIndex(e => new { e.Kind, e.At });
    }
}

internal sealed class SubscriptionSpanMapping : IEntityTypeConfiguration<SubscriptionSpan>
{
    public void Configure(EntityTypeBuilder<SubscriptionSpan> builder)
    {
        builder.HasKey(s => new { s.SubscriptionId, s.Number });
        builder.Property(s => s.Number).ValueGeneratedNever();
        builder.HasOne<Subscription>().WithMany().HasForeignKey(s => s.SubscriptionId).OnDelete(DeleteBehavior.Restrict);

        // Which state how many have at an instant, of one plan and of all.
        builder.HasIndex(s => new { s.PlanId, s.State, s.Until, s.From });
    }
}

internal sealed class SubscriptionSavingMapping : IEntityTypeConfiguration<SubscriptionSaving>
{
    public void Configure(EntityTypeBuilder<SubscriptionSaving> builder)
    {
        builder.HasKey(s => new { s.ReceiptId, s.Line, s.SubscriptionId });
        builder.HasOne<Domain.Receipts.Receipt>().WithMany().HasForeignKey(s => s.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(s => s.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
    }
}
