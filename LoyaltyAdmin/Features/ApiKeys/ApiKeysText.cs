namespace LoyaltyAdmin.Features.ApiKeys;

/// <summary>Names the texts of the keys' page.</summary>
public sealed class ApiKeysText;
