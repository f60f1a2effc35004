namespace LoyaltyAdmin.Features.Partners;

/// <summary>Marks the texts of partners.</summary>
public sealed class PartnersText;
