using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Questionnaires;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LoyaltyAdmin.Data.Mappings;

internal sealed class QuestionnaireVersionMapping : IEntityTypeConfiguration<QuestionnaireVersion>
{
    public const int StoreLength = 100;
    public const int KeyLength = 40;

    public void Configure(EntityTypeBuilder<QuestionnaireVersion> builder)
    {
        // The draft is number 0, so there is one.
        builder.HasIndex(v => v.Number).IsUnique();
        builder.Property(v => v.Content).HasConversion(new JsonColumn<Questionnaire>(), JsonColumn<Questionnaire>.Comparer);
        builder.Property(v => v.Note).HasMaxLength(1000);
        builder.Property(v => v.PublishedBy).HasMaxLength(256);
        builder.Property(v => v.Revision).IsConcurrencyToken();
    }
}

internal sealed class ConsentTextMapping : IEntityTypeConfiguration<ConsentText>
{
    public void Configure(EntityTypeBuilder<ConsentText> builder)
    {
        builder.Property(t => t.Key).HasMaxLength(QuestionnaireVersionMapping.KeyLength);
        builder.Property(t => t.Title).HasConversion(new JsonColumn<LocalWords>(), JsonColumn<LocalWords>.Comparer);
        builder.Property(t => t.Text).HasConversion(new JsonColumn<LocalWords>(), JsonColumn<LocalWords>.Comparer);
        builder.Property(t => t.By).HasMaxLength(256);
        builder.HasIndex(t => new { t.Key, t.Version }).IsUnique();
    }
}

internal sealed class MemberAnswersMapping : IEntityTypeConfiguration<MemberAnswers>
{
    public void Configure(EntityTypeBuilder<MemberAnswers> builder)
    {
        builder.HasKey(a => a.MemberId);
        builder.Property(a => a.MemberId).ValueGeneratedNever();
        builder.Property(a => a.Answers).HasConversion(new JsonColumn<IReadOnlyDictionary<string, Answer>>(), JsonColumn<IReadOnlyDictionary<string, Answer>>.Comparer);
        builder.Property(a => a.PhoneSaid).HasMaxLength(16);
        builder.Property(a => a.Store).HasMaxLength(QuestionnaireVersionMapping.StoreLength);
        builder.Property(a => a.Cashier).HasMaxLength(QuestionnaireVersionMapping.StoreLength);
        builder.Property(a => a.Revision).IsConcurrencyToken();
        builder.HasOne<Member>().WithOne().HasForeignKey<MemberAnswers>(a => a.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(a => a.Score);
        builder.HasIndex(a => a.FilledAt);

        // Who else said this phone.
        builder.HasIndex(a => a.PhoneSaid).HasFilter("\"PhoneSaid\" IS NOT NULL");
    }
}

internal sealed class AnswersFilingMapping : IEntityTypeConfiguration<AnswersFiling>
{
    public void Configure(EntityTypeBuilder<AnswersFiling> builder)
    {
        builder.Property(f => f.OperationId).HasMaxLength(LoyaltyDbContext.KeyLength);
        builder.Property(f => f.PayloadHash).HasMaxLength(64);
        builder.Property(f => f.Store).HasMaxLength(QuestionnaireVersionMapping.StoreLength);
        builder.Property(f => f.Cashier).HasMaxLength(QuestionnaireVersionMapping.StoreLength);
        builder.Property(f => f.By).HasMaxLength(256);
        builder.HasOne<Member>().WithMany().HasForeignKey(f => f.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(f => f.OperationId).IsUnique();
        builder.HasIndex(f => f.MemberId);
    }
}

internal sealed class MemberConsentMapping : IEntityTypeConfiguration<MemberConsent>
{
    public void Configure(EntityTypeBuilder<MemberConsent> builder)
    {
        builder.Property(c => c.Key).HasMaxLength(QuestionnaireVersionMapping.KeyLength);
        builder.Property(c => c.Store).HasMaxLength(QuestionnaireVersionMapping.StoreLength);
        builder.Property(c => c.GivenBy).HasMaxLength(256);
        builder.Property(c => c.WithdrawnBy).HasMaxLength(256);

        // Of two who withdraw at once one wins.
        builder.Property(c => c.WithdrawnAt).IsConcurrencyToken();
        builder.HasOne<Member>().WithMany().HasForeignKey(c => c.MemberId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(c => new { c.MemberId, c.Key });
    }
}
