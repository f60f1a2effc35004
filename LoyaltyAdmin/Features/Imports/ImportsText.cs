namespace LoyaltyAdmin.Features.Imports;

/// <summary>Words of the imports.</summary>
public sealed class ImportsText;
