using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class AccountMapping : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasPoints(a => a.Available);
        builder.HasPoints(a => a.Pending);
        builder.HasPoints(a => a.Held);
        builder.HasPoints(a => a.Debt);
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasOne<Member>().WithMany().HasForeignKey(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<LoyaltyProgram>().WithMany().HasForeignKey(a => a.ProgramId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => new { a.MemberId, a.ProgramId }).IsUnique();
        builder.HasIndex(a => a.FirstReceiptOn);
        builder.HasIndex(a => a.LastReceiptOn);
    }
}

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.HasPoints(e => e.Points);
        builder.Property(e => e.Author).HasMaxLength(256);
        builder.Property(e => e.Reason).HasMaxLength(1000);
        builder.Property(e => e.OperationId).HasMaxLength(LoyaltyDbContext.KeyLength);
        builder.HasOne<Account>().WithMany().HasForeignKey(e => e.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(e => new { e.AccountId, e.At });
        builder.HasIndex(e => e.OperationId).IsUnique();
    }
}

internal sealed class PointsLotMapping : IEntityTypeConfiguration<PointsLot>
{
    public void Configure(EntityTypeBuilder<PointsLot> builder)
    {
        builder.ToTable("Lots", table =>
        {
            table.HasCheckConstraint("CK_Lots_Remaining", "\"Remaining\" >= 0 AND \"Remaining\" <= \"Amount\"");
            table.HasCheckConstraint("CK_Lots_Held", "\"Held\" >= 0 AND \"Held\" <= \"Remaining\"");
        });
        builder.Property(l => l.Id).ValueGeneratedNever();
        builder.HasPoints(l => l.Amount);
        builder.HasPoints(l => l.Remaining);
        builder.HasPoints(l => l.Held);
        builder.HasPoints(l => l.Expired);
        builder.Property(l => l.RuleKey).HasMaxLength(64);
        builder.Property(l => l.Partner).HasMaxLength(64);
        builder.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(l => l.AccountId);

        // What is left to expire or to activate; the filters keep spent lots out of both.
        builder.HasIndex(l => l.ExpiresAt).HasFilter("\"Remaining\" > 0");
        builder.HasIndex(l => l.ActivatesAt).HasFilter("\"CountedActive\" = 0");
    }
}

internal sealed class LotAllocationMapping : IEntityTypeConfiguration<LotAllocation>
{
    public void Configure(EntityTypeBuilder<LotAllocation> builder)
    {
        builder.ToTable("Allocations");
        builder.HasKey(a => new { a.EntryId, a.LotId });
        builder.HasPoints(a => a.Points);
        builder.HasIndex(a => a.LotId);
        builder.HasOne<LedgerEntry>().WithMany().HasForeignKey(a => a.EntryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<PointsLot>().WithMany().HasForeignKey(a => a.LotId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CorrectionAllowanceMapping : IEntityTypeConfiguration<CorrectionAllowance>
{
    public void Configure(EntityTypeBuilder<CorrectionAllowance> builder)
    {
        builder.HasKey(a => new { a.Author, a.Day });
        builder.Property(a => a.Author).HasMaxLength(256);
        builder.Property(a => a.Points).IsConcurrencyToken();
    }
}

internal sealed class HoldMapping : IEntityTypeConfiguration<Hold>
{
    public void Configure(EntityTypeBuilder<Hold> builder)
    {
        builder.Property(h => h.Id).ValueGeneratedNever();
        builder.HasPoints(h => h.Points);
        builder.Property(h => h.ReceiptKey).HasMaxLength(LoyaltyDbContext.TillKeyLength);
        builder.HasOne<Partner>().WithMany().HasForeignKey(h => h.PartnerId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(h => h.PayloadHash).HasMaxLength(64);
        builder.Property(h => h.Status).IsConcurrencyToken();
        builder.HasIndex(h => new { h.ReceiptKey, h.PayloadHash }).IsUnique();
        builder.HasIndex(h => h.ReceiptKey, "IX_Holds_OpenReceiptKey").IsUnique().HasFilter("\"Status\" = 0");
        builder.HasIndex(h => new { h.Status, h.ExpiresAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(h => h.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(h => h.Lots).WithOne().HasForeignKey(l => l.HoldId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class HoldLotMapping : IEntityTypeConfiguration<HoldLot>
{
    public void Configure(EntityTypeBuilder<HoldLot> builder)
    {
        builder.HasKey(l => new { l.HoldId, l.LotId });
        builder.HasPoints(l => l.Points);
        builder.HasOne<PointsLot>().WithMany().HasForeignKey(l => l.LotId).OnDelete(DeleteBehavior.Restrict);
    }
}
