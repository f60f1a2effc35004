namespace LoyaltyAdmin.Security.Account;

/// <summary>Texts of the account pages.</summary>
public sealed class AccountText;
