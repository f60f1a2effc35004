namespace LoyaltyAdmin.Features.Clubs;

/// <summary>Key of the texts of clubs.</summary>
public sealed class ClubsText;
