using LoyaltyAdmin.Features.Joining;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Features.Terms;
using LoyaltyAdmin.Platform.Excel;
using Microsoft.Extensions.DependencyInjection;

namespace LoyaltyAdmin.Tests.Features.Terms;

internal static class TermsServices
{
    /// <summary>What writes and keeps the terms.</summary>
    public static void AddTermsOfTests(this IServiceCollection services)
    {
        services.AddExcel();
        services.AddPrograms();
        services.AddTerms();
        services.AddReferrals();
        services.AddJoining();
    }
}
