using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Receipts;

namespace LoyaltyAdmin.Features;

/// <summary>All features, one line each.</summary>
public static class FeaturesRegistration
{
    public static void AddFeatures(this WebApplicationBuilder builder)
    {
        builder.Services.AddPrograms();
        builder.Services.AddLedger();
        builder.Services.AddReceipts();
    }
}
