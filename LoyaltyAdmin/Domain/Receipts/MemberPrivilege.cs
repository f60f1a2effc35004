namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>What a member has in place of the main scheme, and by what. What is null is as in the main scheme.</summary>
/// <param name="Name">The tier, as customers know it.</param>
public sealed record MemberPrivilege(string Name)
{
    /// <summary>Percent of the base, or points for each full step.</summary>
    public decimal? AccrualRate { get; init; }

    /// <summary>Discount at the till in percent.</summary>
    public decimal? DiscountPercent { get; init; }

    /// <summary>The largest part of a receipt that points may pay, in percent.</summary>
    public decimal? MaximumSharePercent { get; init; }
}
