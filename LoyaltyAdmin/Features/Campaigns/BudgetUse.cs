using LoyaltyAdmin.Domain.Campaigns;

namespace LoyaltyAdmin.Features.Campaigns;

/// <summary>How much of one limit of a campaign is used up.</summary>
/// <param name="Key">Names the limit: money, points or total.</param>
/// <param name="Used">In units of currency, whole points or uses.</param>
/// <param name="Limit">Likewise.</param>
/// <param name="SoftPercent">From which people are warned.</param>
public sealed record BudgetUse(string Key, decimal Used, decimal Limit, int SoftPercent)
{
    /// <summary>The used part: 0.5 is half.</summary>
    public decimal Share => Limit > 0 ? Used / Limit : 0;

    /// <summary>Good, careful from the warning on, bad when it is used up.</summary>
    public string Colour => Share >= 1 ? "bad" : Share * 100 >= SoftPercent ? "careful" : "good";

    /// <summary>The limits that a campaign has, with what is used of each.</summary>
    /// <param name="limits">Its limits.</param>
    /// <param name="total">What is used up.</param>
    /// <param name="pointDecimals">Decimals of a point of the program.</param>
    public static IReadOnlyList<BudgetUse> Of(CampaignLimits limits, CampaignTotal total, int pointDecimals)
    {
        var uses = new List<BudgetUse>();
        if (limits.MoneyBudget is { } money)
        {
            uses.Add(new BudgetUse("money", total.Money.Amount, money.Amount, limits.SoftPercent));
        }

        if (limits.PointsBudget is { } points)
        {
            uses.Add(new BudgetUse("points", total.Points.Value / (pointDecimals switch { 0 => 1m, 1 => 10m, _ => 100m }), points, limits.SoftPercent));
        }

        if (limits.Total is { } most)
        {
            uses.Add(new BudgetUse("total", total.Uses, most, limits.SoftPercent));
        }

        return uses;
    }
}
