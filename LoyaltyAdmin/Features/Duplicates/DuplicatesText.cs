namespace LoyaltyAdmin.Features.Duplicates;

/// <summary>Texts of duplicates and merges.</summary>
public sealed class DuplicatesText;
