using LoyaltyAdmin.Data.Audit;
using LoyaltyAdmin.Data.Conventions;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Data.Operations;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Goods;
using LoyaltyAdmin.Domain.Imports;
using LoyaltyAdmin.Domain.Joining;
using LoyaltyAdmin.Domain.Kpi;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Members.Duplicates;
using LoyaltyAdmin.Domain.Members.Households;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Questionnaires;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Terms;
using LoyaltyAdmin.Domain.Tiers;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Data;

/// <summary>All tables. One short context per operation; each provider has a context of its own for its migrations.</summary>
public abstract class LoyaltyDbContext(DbContextOptions options)
    : IdentityDbContext<Operator, IdentityRole<Guid>, Guid>(options)
{
    public const int KeyLength = 100;

    /// <summary>Numbers of tills: a partner's key may stand in front.</summary>
    public const int TillKeyLength = KeyLength + PartnerTill.LongestPrefix;

    public DbSet<LoyaltyProgram> Programs => Set<LoyaltyProgram>();

    public DbSet<ProgramVersion> ProgramVersions => Set<ProgramVersion>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Household> Households => Set<Household>();

    public DbSet<MemberTrait> MemberTraits => Set<MemberTrait>();

    public DbSet<DuplicatePair> DuplicatePairs => Set<DuplicatePair>();

    public DbSet<MemberMerge> MemberMerges => Set<MemberMerge>();

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<CardSeries> CardSeries => Set<CardSeries>();

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<PointsLot> Lots => Set<PointsLot>();

    public DbSet<LotAllocation> Allocations => Set<LotAllocation>();

    public DbSet<CorrectionAllowance> CorrectionAllowances => Set<CorrectionAllowance>();

    public DbSet<Hold> Holds => Set<Hold>();

    public DbSet<HoldLot> HoldLots => Set<HoldLot>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    public DbSet<ReceiptLine> ReceiptLines => Set<ReceiptLine>();

    public DbSet<Return> Returns => Set<Return>();

    public DbSet<ReturnLine> ReturnLines => Set<ReturnLine>();

    public DbSet<MemberTier> MemberTiers => Set<MemberTier>();

    public DbSet<TierChange> TierChanges => Set<TierChange>();

    public DbSet<TermsEdition> TermsEditions => Set<TermsEdition>();

    public DbSet<SubscriptionPlan> SubscriptionPlans => Set<SubscriptionPlan>();

    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();

    public DbSet<Subscription> Subscriptions => Set<Subscription>();

    public DbSet<SubscriptionEvent> SubscriptionEvents => Set<SubscriptionEvent>();

    public DbSet<SubscriptionSpan> SubscriptionSpans => Set<SubscriptionSpan>();

    public DbSet<SubscriptionSaving> SubscriptionSavings => Set<SubscriptionSaving>();

    public DbSet<Partner> Partners => Set<Partner>();

    public DbSet<PartnerTerms> PartnerTerms => Set<PartnerTerms>();

    public DbSet<PartnerOperation> PartnerOperations => Set<PartnerOperation>();

    public DbSet<Settlement> Settlements => Set<Settlement>();

    public DbSet<SettlementLine> SettlementLines => Set<SettlementLine>();

    public DbSet<SettlementAdjustment> SettlementAdjustments => Set<SettlementAdjustment>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignVersion> CampaignVersions => Set<CampaignVersion>();

    public DbSet<CampaignRun> CampaignRuns => Set<CampaignRun>();

    public DbSet<PromotionSettings> PromotionSettings => Set<PromotionSettings>();

    public DbSet<CampaignTotal> CampaignTotals => Set<CampaignTotal>();

    public DbSet<CampaignMemberDay> CampaignMemberDays => Set<CampaignMemberDay>();

    public DbSet<MemberCounter> MemberCounters => Set<MemberCounter>();

    public DbSet<ReceiptOffer> ReceiptOffers => Set<ReceiptOffer>();

    public DbSet<OpenPromise> OpenPromises => Set<OpenPromise>();

    public DbSet<AudienceList> AudienceLists => Set<AudienceList>();

    public DbSet<AudienceListMember> AudienceListMembers => Set<AudienceListMember>();

    public DbSet<CouponSeries> CouponSeries => Set<CouponSeries>();

    public DbSet<Coupon> Coupons => Set<Coupon>();

    public DbSet<CouponUse> CouponUses => Set<CouponUse>();

    public DbSet<GiftCardDesign> GiftCardDesigns => Set<GiftCardDesign>();

    public DbSet<GiftCardSeries> GiftCardSeries => Set<GiftCardSeries>();

    public DbSet<GiftCard> GiftCards => Set<GiftCard>();

    public DbSet<GiftCardEntry> GiftCardEntries => Set<GiftCardEntry>();

    public DbSet<GiftCardHold> GiftCardHolds => Set<GiftCardHold>();

    public DbSet<AcquisitionCost> AcquisitionCosts => Set<AcquisitionCost>();

    public DbSet<ReferralCode> ReferralCodes => Set<ReferralCode>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<MemberMark> MemberMarks => Set<MemberMark>();

    public DbSet<Club> Clubs => Set<Club>();

    public DbSet<ClubVersion> ClubVersions => Set<ClubVersion>();

    public DbSet<ClubPlace> ClubPlaces => Set<ClubPlace>();

    public DbSet<ClubEvent> ClubEvents => Set<ClubEvent>();

    public DbSet<ClubInvitation> ClubInvitations => Set<ClubInvitation>();

    public DbSet<GiftCardOrder> GiftCardOrders => Set<GiftCardOrder>();

    public DbSet<GiftCardOrderStep> GiftCardOrderSteps => Set<GiftCardOrderStep>();

    public DbSet<DeliveryMessage> DeliveryMessages => Set<DeliveryMessage>();

    public DbSet<DeliveryPartner> DeliveryPartners => Set<DeliveryPartner>();

    public DbSet<QuestionnaireVersion> QuestionnaireVersions => Set<QuestionnaireVersion>();

    public DbSet<ConsentText> ConsentTexts => Set<ConsentText>();

    public DbSet<MemberAnswers> MemberAnswers => Set<MemberAnswers>();

    public DbSet<AnswersFiling> AnswersFilings => Set<AnswersFiling>();

    public DbSet<MemberConsent> MemberConsents => Set<MemberConsent>();

    public DbSet<Good> Goods => Set<Good>();

    public DbSet<DailySales> DailySales => Set<DailySales>();

    public DbSet<DailyPoints> DailyPoints => Set<DailyPoints>();

    public DbSet<CohortMonth> CohortMonths => Set<CohortMonth>();

    public DbSet<ImportRun> Imports => Set<ImportRun>();

    public DbSet<SavedMapping> ImportMappings => Set<SavedMapping>();

    public DbSet<ImportChange> ImportChanges => Set<ImportChange>();

    public DbSet<UndoneReceipt> UndoneReceipts => Set<UndoneReceipt>();

    public DbSet<JobRun> JobRuns => Set<JobRun>();

    public DbSet<DemoShop> DemoShops => Set<DemoShop>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<UserSetting> UserSettings => Set<UserSetting>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<IdSequence> IdSequences => Set<IdSequence>();

    /// <summary>Who is changing things: the audit names them. Set by the use case before it saves.</summary>
    public string Author { get; set; } = "system";

    /// <summary>Why, in the author's words, for the audit.</summary>
    public string? AuditReason { get; set; }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(LoyaltyDbContext).Assembly);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcMilliseconds>().HavePrecision(3);
}

/// <summary>The tables on SQLite.</summary>
public sealed class SqliteLoyaltyDbContext(DbContextOptions<SqliteLoyaltyDbContext> options) : LoyaltyDbContext(options);

/// <summary>The tables on SQL Server.</summary>
public sealed class SqlServerLoyaltyDbContext(DbContextOptions<SqlServerLoyaltyDbContext> options) : LoyaltyDbContext(options);
