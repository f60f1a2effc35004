using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Clubs;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Joining;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Questionnaires;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Features.Why;
using LoyaltyAdmin.Platform.Excel;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Support;

/// <summary>The features that tests need together, said once.</summary>
internal static class FeatureServices
{
    /// <summary>A program, its members, and all that receipts of theirs bring about.</summary>
    public static void AddTrade(this IServiceCollection services)
    {
        services.AddPrograms();
        services.AddTiers();
        services.AddSubscriptions();
        services.AddReferrals();
        services.AddClubs();
        services.AddHouseholds();
        services.AddJoining();
        services.AddCoupons();
        services.AddCampaigns();
        services.AddMembers();
        services.AddLedger();
        services.AddReceipts();
        services.AddWhy();
        services.AddExcel();
    }

    /// <summary>All that the pages about members show.</summary>
    public static void AddMembersPages(this IServiceCollection services)
    {
        services.AddTrade();
        services.AddQuestionnaires();
        services.AddDuplicates();
    }
}
