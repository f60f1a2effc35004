namespace LoyaltyAdmin.Features.Jobs;

/// <summary>Words about jobs.</summary>
public sealed class JobsText;
