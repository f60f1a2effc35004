namespace LoyaltyAdmin.Features.Terms;

/// <summary>Key of the texts of the terms.</summary>
public sealed class TermsText;
