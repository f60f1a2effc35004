using System.Globalization;

namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>How a receipt keeps the accounts whose points paid for it beside the member's own.</summary>
public static class PayingAccounts
{
    /// <summary>Accounts in one text; null for none.</summary>
    public static string? Write(IReadOnlyCollection<long> accounts) => accounts.Count == 0 ? null : string.Join(',', accounts.Order());

    /// <summary>The accounts of a text; none where it is null.</summary>
    public static IReadOnlyList<long> Read(string? accounts) =>
        accounts is null ? [] : [.. accounts.Split(',').Select(id => long.Parse(id, CultureInfo.InvariantCulture))];
}
