namespace LoyaltyAdmin.Features.Why;

/// <summary>Texts of explanations.</summary>
public sealed class WhyText;
