namespace LoyaltyAdmin.Api.V1.Receipts;

/// <summary>The address of a receipt, whose key may hold any characters.</summary>
internal static class ReceiptPath
{
    public static string Of(string key) => $"{ApiRegistration.Root}/v1/receipts/{Uri.EscapeDataString(key)}";

    /// <summary>The key of an address: the server decodes everything but slashes, for which it has a meaning of its own.</summary>
    public static string KeyOf(string segment) => segment.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
