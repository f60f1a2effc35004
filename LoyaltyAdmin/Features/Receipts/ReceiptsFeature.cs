namespace LoyaltyAdmin.Features.Receipts;

/// <summary>What the receipts feature brings into the program.</summary>
public static class ReceiptsFeature
{
    public static void AddReceipts(this IServiceCollection services)
    {
        services.AddSingleton<ReceiptPoster>();
        services.AddSingleton<QuoteReceipt>();
        services.AddSingleton<ActivateReceipt>();
        services.AddSingleton<FindReceipt>();
    }
}
