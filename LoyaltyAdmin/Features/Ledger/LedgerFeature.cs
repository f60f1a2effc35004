namespace LoyaltyAdmin.Features.Ledger;

/// <summary>What the ledger feature brings into the program.</summary>
public static class LedgerFeature
{
    public static void AddLedger(this IServiceCollection services)
    {
        services.AddOptions<CorrectionLimits>().BindConfiguration("Corrections");
        services.AddSingleton<LedgerWriter>();
        services.AddSingleton<LedgerBatch>();
        services.AddSingleton<ExpirePoints>();
        services.AddSingleton<ActivatePoints>();
        services.AddSingleton<CorrectPoints>();
        services.AddSingleton<OpenBalances>();
        services.AddSingleton<LedgerProof>();
    }
}
