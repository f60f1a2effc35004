namespace LoyaltyAdmin.Features.Referrals;

/// <summary>Key of the texts of bringing friends.</summary>
public sealed class ReferralsText;
