namespace LoyaltyAdmin.Features.Tiers;

/// <summary>Key of the texts of levels.</summary>
public sealed class TiersText;
