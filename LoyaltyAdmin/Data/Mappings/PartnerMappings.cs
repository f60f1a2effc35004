using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class PartnerMapping : IEntityTypeConfiguration<Partner>
{
    public void Configure(EntityTypeBuilder<Partner> builder)
    {
        builder.Property(p => p.Key).HasMaxLength(PartnerRule.LongestKey);
        builder.Property(p => p.Name).HasMaxLength(PartnerRule.LongestText);
        builder.Property(p => p.LegalName).HasMaxLength(PartnerRule.LongestText);
        builder.Property(p => p.TaxNumber).HasMaxLength(PartnerRule.LongestText);
        builder.Property(p => p.Contact).HasMaxLength(PartnerRule.LongestText);
        builder.Property(p => p.CreatedBy).HasMaxLength(256);
        builder.HasIndex(p => p.Key).IsUnique();
    }
}

internal sealed class PartnerTermsMapping : IEntityTypeConfiguration<PartnerTerms>
{
    public void Configure(EntityTypeBuilder<PartnerTerms> builder)
    {
        builder.Property(t => t.Conditions).HasConversion(new PartnerConditionsJson());
        builder.Property(t => t.Note).HasMaxLength(1000);
        builder.Property(t => t.CreatedBy).HasMaxLength(256);
        builder.HasOne<Partner>().WithMany().HasForeignKey(t => t.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(t => new { t.PartnerId, t.From });
    }
}

internal sealed class PartnerOperationMapping : IEntityTypeConfiguration<PartnerOperation>
{
    public void Configure(EntityTypeBuilder<PartnerOperation> builder)
    {
        builder.HasKey(o => new { o.ReceiptId, o.ReturnId });
        builder.Property(o => o.ReceiptId).ValueGeneratedNever();
        builder.Property(o => o.ReturnId).ValueGeneratedNever();
        builder.HasPoints(o => o.Issued);
        builder.HasPoints(o => o.Reversed);
        builder.HasPoints(o => o.Redeemed);
        builder.HasPoints(o => o.Restored);
        builder.HasMoney(o => o.Turnover);
        builder.HasMoney(o => o.Refund);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(o => o.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Partner>().WithMany().HasForeignKey(o => o.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PartnerTerms>().WithMany().HasForeignKey(o => o.TermsId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Settlement>().WithMany().HasForeignKey(o => o.SettlementId).OnDelete(DeleteBehavior.Restrict);

        // What is still to be settled, and what a statement has settled.
        builder.HasIndex(o => new { o.PartnerId, o.RecordedAt }, "IX_PartnerOperations_Open").HasFilter("\"SettlementId\" IS NULL");
        builder.HasIndex(o => new { o.SettlementId, o.RecordedAt });
        builder.HasIndex(o => new { o.PartnerId, o.RecordedAt });
    }
}

internal sealed class SettlementMapping : IEntityTypeConfiguration<Settlement>
{
    public void Configure(EntityTypeBuilder<Settlement> builder)
    {
        builder.HasMoney(s => s.FixedFee);
        builder.Property(s => s.Status).IsConcurrencyToken();
        builder.Property(s => s.CreatedBy).HasMaxLength(256);
        builder.Property(s => s.ClosedBy).HasMaxLength(256);
        builder.HasOne<Partner>().WithMany().HasForeignKey(s => s.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(s => new { s.PartnerId, s.Number }).IsUnique().HasFilter("\"Number\" IS NOT NULL");
        builder.HasIndex(s => s.PartnerId, "IX_Settlements_OneDraft").IsUnique().HasFilter("\"Status\" = 0");
    }
}

internal sealed class SettlementLineMapping : IEntityTypeConfiguration<SettlementLine>
{
    public void Configure(EntityTypeBuilder<SettlementLine> builder)
    {
        builder.HasKey(l => new { l.SettlementId, l.TermsId });
        builder.HasPoints(l => l.Issued);
        builder.HasPoints(l => l.Reversed);
        builder.HasPoints(l => l.Redeemed);
        builder.HasPoints(l => l.Restored);
        builder.HasMoney(l => l.Turnover);
        builder.HasMoney(l => l.Refund);
        builder.HasMoney(l => l.IssuedMoney);
        builder.HasMoney(l => l.ReversedMoney);
        builder.HasMoney(l => l.RedeemedMoney);
        builder.HasMoney(l => l.RestoredMoney);
        builder.HasOne<Settlement>().WithMany().HasForeignKey(l => l.SettlementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PartnerTerms>().WithMany().HasForeignKey(l => l.TermsId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class SettlementAdjustmentMapping : IEntityTypeConfiguration<SettlementAdjustment>
{
    public void Configure(EntityTypeBuilder<SettlementAdjustment> builder)
    {
        builder.Property(a => a.Reason).HasMaxLength(1000);
        builder.Property(a => a.Author).HasMaxLength(256);
        builder.HasOne<Partner>().WithMany().HasForeignKey(a => a.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Settlement>().WithMany().HasForeignKey(a => a.SettlementId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.PartnerId, a.SettlementId });
        builder.HasIndex(a => a.Operation).IsUnique();
    }
}
