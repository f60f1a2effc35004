namespace LoyaltyAdmin.Api;

/// <summary>Names the texts of the REST API's errors.</summary>
public sealed class ApiText;
