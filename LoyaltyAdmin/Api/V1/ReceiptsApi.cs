using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Features.ApiKeys;

namespace LoyaltyAdmin.Api.V1;

/// <summary>Receipts, quotes and returns.</summary>
public static class ReceiptsApi
{
    public static void MapReceipts(this RouteGroupBuilder v1)
    {
        var receipts = v1.MapGroup("/receipts").WithTags("Receipts");
        receipts.MapGet("/{receiptId}", (string receiptId, ApiCaller caller) => Results.NotFound()).RequireScope(ApiScope.ReceiptsRead);
    }
}
