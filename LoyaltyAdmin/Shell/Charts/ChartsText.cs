namespace LoyaltyAdmin.Shell.Charts;

/// <summary>Words around charts.</summary>
public sealed class ChartsText;
