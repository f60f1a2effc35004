namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>An invented good.</summary>
/// <param name="Sku">Its number.</param>
/// <param name="Name">In the language of the shop.</param>
/// <param name="Category">Its department.</param>
/// <param name="Price">In hundredths of the currency.</param>
/// <param name="Margin">In hundredths of a percent of the price.</param>
/// <param name="Appeal">How often it is taken, against the others.</param>
internal sealed record DemoGood(string Sku, string Name, DemoCategory Category, long Price, int Margin, double Appeal);
