namespace LoyaltyAdmin.Features.Households;

/// <summary>Marks the texts of households.</summary>
public sealed class HouseholdsText;
