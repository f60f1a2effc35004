using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class ReferralCodeMapping : IEntityTypeConfiguration<ReferralCode>
{
    public void Configure(EntityTypeBuilder<ReferralCode> builder)
    {
        builder.HasKey(c => c.MemberId);
        builder.Property(c => c.MemberId).ValueGeneratedNever();
        builder.Property(c => c.Code).HasMaxLength(ReferralCodeRule.Length);
        builder.HasIndex(c => c.Code).IsUnique();
        builder.HasOne<Member>().WithOne().HasForeignKey<ReferralCode>(c => c.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Code).HasMaxLength(ReferralCodeRule.Length);
        builder.HasPoints(r => r.ReferrerPoints);
        builder.HasPoints(r => r.FriendPoints);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.ReferrerId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(r => r.FriendId).OnDelete(DeleteBehavior.Restrict);

        // A friend comes once; refused tries stay for the record beside it.
        builder.HasIndex(r => r.FriendId, "IX_Referrals_OneOfFriend").IsUnique().HasFilter("\"State\" <> 3");
        builder.HasIndex(r => r.FriendId);
        builder.HasIndex(r => r.ReferrerId);
        builder.HasIndex(r => new { r.State, r.Id });
        builder.HasIndex(r => r.JoinedOn);
    }
}

internal sealed class MemberMarkMapping : IEntityTypeConfiguration<MemberMark>
{
    public void Configure(EntityTypeBuilder<MemberMark> builder)
    {
        builder.HasKey(m => new { m.MemberId, m.Kind, m.Hash });
        builder.Property(m => m.Hash).HasMaxLength(64);
        builder.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Cascade);
    }
}
