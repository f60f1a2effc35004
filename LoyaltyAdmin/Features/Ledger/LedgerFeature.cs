namespace LoyaltyAdmin.Features.Ledger;

/// <summary>What the ledger feature brings into the program.</summary>
public static class LedgerFeature
{
    public static void AddLedger(this IServiceCollection services) => services.AddSingleton<LedgerWriter>();
}
