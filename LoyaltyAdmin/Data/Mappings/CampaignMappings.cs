using System.Text.Json;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class CampaignMapping : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> builder)
    {
        builder.Property(c => c.Key).HasMaxLength(Campaign.LongestKey);
        builder.Property(c => c.Name).HasMaxLength(Campaign.LongestName);
        builder.Property(c => c.Goal).HasMaxLength(Campaign.LongestKey);
        builder.Property(c => c.CreatedBy).HasMaxLength(256);
        builder.Property(c => c.Revision).IsConcurrencyToken();
        builder.Ignore(c => c.Open);
        builder.Ignore(c => c.Live);
        builder.Ignore(c => c.Shown);
        builder.HasIndex(c => c.Key).IsUnique();
        builder.HasMany(c => c.Versions).WithOne().HasForeignKey(v => v.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.Runs).WithOne().HasForeignKey(r => r.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CampaignVersionMapping : IEntityTypeConfiguration<CampaignVersion>
{
    public void Configure(EntityTypeBuilder<CampaignVersion> builder)
    {
        builder.HasKey(v => new { v.CampaignId, v.Number });
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.Name).HasMaxLength(Campaign.LongestName);
        builder.Property(v => v.Author).HasMaxLength(256);
        builder.Property(v => v.ApprovedBy).HasMaxLength(256);
        builder.Property(v => v.LaunchedBy).HasMaxLength(256);
        builder.Property(v => v.Remark).HasMaxLength(Campaign.LongestNote);
        builder.Property(v => v.Terms).HasConversion(terms => CampaignJson.Write(terms), json => CampaignJson.Read(json));
    }
}

internal sealed class CampaignRunMapping : IEntityTypeConfiguration<CampaignRun>
{
    public void Configure(EntityTypeBuilder<CampaignRun> builder) => builder.HasIndex(r => new { r.CampaignId, r.Until });
}

internal sealed class PromotionSettingsMapping : IEntityTypeConfiguration<PromotionSettings>
{
    public void Configure(EntityTypeBuilder<PromotionSettings> builder)
    {
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Revision).IsConcurrencyToken();
        builder.Property(s => s.ControlPercent).HasConversion(p => (long)(p * 100), hundredths => hundredths / 100m);
        builder.Property(s => s.Policy).HasConversion(
            policy => JsonSerializer.Serialize(policy, CampaignJson.Options), json => JsonSerializer.Deserialize<StackingPolicy>(json, CampaignJson.Options)!);
        builder.Property(s => s.Approval).HasConversion(
            limits => JsonSerializer.Serialize(limits, ConditionsJson.Options), json => JsonSerializer.Deserialize<ApprovalLimits>(json, ConditionsJson.Options)!);
    }
}

internal sealed class CampaignTotalMapping : IEntityTypeConfiguration<CampaignTotal>
{
    public void Configure(EntityTypeBuilder<CampaignTotal> builder)
    {
        builder.ToTable("CampaignTotals", table => table.HasCheckConstraint("CK_CampaignTotals", "\"Uses\" >= 0"));
        builder.HasKey(t => t.CampaignId);
        builder.Property(t => t.CampaignId).ValueGeneratedNever();
        builder.HasPoints(t => t.Points);
        builder.HasMoney(t => t.Money);
        builder.HasOne<Campaign>().WithOne().HasForeignKey<CampaignTotal>(t => t.CampaignId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class CampaignMemberDayMapping : IEntityTypeConfiguration<CampaignMemberDay>
{
    public void Configure(EntityTypeBuilder<CampaignMemberDay> builder)
    {
        builder.ToTable("CampaignMemberDays");
        builder.HasKey(d => new { d.MemberId, d.CampaignId, d.Day });
        builder.HasOne<Campaign>().WithMany().HasForeignKey(d => d.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(d => d.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class MemberCounterMapping : IEntityTypeConfiguration<MemberCounter>
{
    public void Configure(EntityTypeBuilder<MemberCounter> builder)
    {
        builder.ToTable("MemberCounters");
        builder.HasKey(c => new { c.MemberId, c.CampaignId, c.Counter, c.From });
        builder.Property(c => c.Counter).HasMaxLength(MemberCounter.LongestName);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(c => c.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReceiptOfferMapping : IEntityTypeConfiguration<ReceiptOffer>
{
    public void Configure(EntityTypeBuilder<ReceiptOffer> builder)
    {
        builder.ToTable("ReceiptOffers");
        builder.HasKey(o => new { o.ReceiptId, o.CampaignId });
        builder.HasMoney(o => o.Discount);
        builder.HasMoney(o => o.Money);
        builder.HasMoney(o => o.Cost);
        builder.HasMoney(o => o.ReturnedDiscount);
        builder.HasPoints(o => o.Points);
        builder.HasPoints(o => o.ReturnedPoints);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(o => o.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(o => o.CampaignId).OnDelete(DeleteBehavior.Restrict);

        // Results of a campaign by day and by member.
        builder.HasIndex(o => new { o.CampaignId, o.Day });
        builder.HasIndex(o => new { o.CampaignId, o.MemberId });
    }
}

internal sealed class OpenPromiseMapping : IEntityTypeConfiguration<OpenPromise>
{
    public void Configure(EntityTypeBuilder<OpenPromise> builder)
    {
        builder.ToTable("OpenPromises");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Key).HasMaxLength(100);
        builder.Property(p => p.Outcome).HasMaxLength(Campaign.LongestNote);
        builder.HasOne<Receipt>().WithMany().HasForeignKey(p => p.ReceiptId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Campaign>().WithMany().HasForeignKey(p => p.CampaignId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(p => p.ReceiptId);
        builder.HasIndex(p => p.State);
    }
}

internal sealed class AudienceListMapping : IEntityTypeConfiguration<AudienceList>
{
    public void Configure(EntityTypeBuilder<AudienceList> builder)
    {
        builder.Property(l => l.Key).HasMaxLength(AudienceList.LongestKey);
        builder.Property(l => l.Name).HasMaxLength(AudienceList.LongestName);
        builder.Property(l => l.CreatedBy).HasMaxLength(256);
        builder.Property(l => l.Revision).IsConcurrencyToken();
        builder.HasIndex(l => l.Key).IsUnique();
    }
}

internal sealed class AudienceListMemberMapping : IEntityTypeConfiguration<AudienceListMember>
{
    public void Configure(EntityTypeBuilder<AudienceListMember> builder)
    {
        builder.ToTable("AudienceListMembers");
        builder.HasKey(m => new { m.MemberId, m.ListId });
        builder.HasOne<AudienceList>().WithMany().HasForeignKey(m => m.ListId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(m => m.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(m => m.ListId);
    }
}
