using LoyaltyAdmin.Features.ApiGuide;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Audit;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Cards;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.Demo;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Features.Goods;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Imports;
using LoyaltyAdmin.Features.Jobs;
using LoyaltyAdmin.Features.Joining;
using LoyaltyAdmin.Features.Kpi;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Operators;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Questionnaires;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Features.Search;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Features.Why;

namespace LoyaltyAdmin.Features;

/// <summary>All features, one line each.</summary>
public static class FeaturesRegistration
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddPrograms();
        builder.Services.AddTiers();
        builder.Services.AddTerms();
        builder.Services.AddSubscriptions();
        builder.Services.AddClubs();
        builder.Services.AddMembers();
        builder.Services.AddHouseholds();
        builder.Services.AddCards();
        builder.Services.AddQuestionnaires();
        builder.Services.AddDuplicates();
        builder.Services.AddLedger();
        builder.Services.AddGiftCards();
        builder.Services.AddCoupons();
        builder.Services.AddCampaigns();
        builder.Services.AddReferrals();
        builder.Services.AddJoining();
        builder.Services.AddReceipts();
        builder.Services.AddPartners();
        builder.Services.AddApiGuide();
        builder.Services.AddWhy();
        builder.Services.AddRollups();
        builder.Services.AddDemo();
        builder.Services.AddKpi();
        builder.Services.AddGoods();
        builder.Services.AddImports();
        builder.Services.AddOperators();
        builder.Services.AddAudit();
        builder.Services.AddSearch();
    }

    /// <summary>Addresses that features serve beside their pages, such as downloads.</summary>
    public static void MapFeatures(this WebApplication app)
    {
        app.MapProgramsExports();
        app.MapMembersExports();
        app.MapTiersExports();
        app.MapTermsExports();
        app.MapSubscriptionsExports();
        app.MapReferralsExports();
        app.MapClubsExports();
        app.MapJoiningExports();
        app.MapHouseholdsExports();
        app.MapCardsExports();
        app.MapQuestionnairesExports();
        app.MapDuplicatesExports();
        app.MapKpi();
        app.MapImports();
        app.MapReceiptsExports();
        app.MapPartnersExports();
        app.MapGoodsExports();
        app.MapGiftCardsExports();
        app.MapCouponsExports();
        app.MapCampaignsExports();
        app.MapApiGuide();
        app.MapLedgerExports();
        app.MapOperatorsExports();
        app.MapApiKeysExports();
        app.MapAuditExports();
        app.MapJobsExports();
    }
}
