namespace LoyaltyAdmin.Features.ApiGuide;

/// <summary>Texts of the guide to the API; the keys of what the description says are its own English words.</summary>
public sealed class ApiGuideText;
