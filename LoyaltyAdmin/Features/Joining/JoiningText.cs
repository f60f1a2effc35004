namespace LoyaltyAdmin.Features.Joining;

/// <summary>Key of the texts of joining.</summary>
public sealed class JoiningText;
