using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class MemberTraitMapping : IEntityTypeConfiguration<MemberTrait>
{
    public void Configure(EntityTypeBuilder<MemberTrait> builder)
    {
        // Who shares a trait stands together.
        builder.HasKey(t => new { t.Kind, t.Value, t.MemberId });
        builder.Property(t => t.Value).HasMaxLength(MemberTrait.LongestValue);
        builder.HasIndex(t => t.MemberId);
        builder.HasOne<Member>().WithMany().HasForeignKey(t => t.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Pairs and merges name members without holding them: a member who goes takes nothing of theirs along but their sense.</summary>
internal sealed class DuplicatePairMapping : IEntityTypeConfiguration<DuplicatePair>
{
    public void Configure(EntityTypeBuilder<DuplicatePair> builder)
    {
        builder.ToTable(table => table.HasCheckConstraint("CK_DuplicatePairs_Order", "\"FirstId\" < \"SecondId\""));
        builder.Property(p => p.DecidedBy).HasMaxLength(256);
        builder.Property(p => p.State).IsConcurrencyToken();
        builder.HasIndex(p => new { p.FirstId, p.SecondId }).IsUnique();
        builder.HasIndex(p => p.SecondId);
        builder.HasIndex(p => new { p.State, p.Score });
    }
}

internal sealed class MemberMergeMapping : IEntityTypeConfiguration<MemberMerge>
{
    public void Configure(EntityTypeBuilder<MemberMerge> builder)
    {
        builder.Property(m => m.By).HasMaxLength(256);
        builder.Property(m => m.Reason).HasMaxLength(1000);
        builder.Property(m => m.UndoneBy).HasMaxLength(256);
        builder.Property(m => m.UndoReason).HasMaxLength(1000);
        builder.HasIndex(m => m.SourceId).IsUnique().HasFilter("\"UndoneAt\" IS NULL");
        builder.HasIndex(m => m.TargetId);
    }
}
