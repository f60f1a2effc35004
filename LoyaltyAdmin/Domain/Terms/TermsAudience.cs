namespace LoyaltyAdmin.Domain.Terms;

/// <summary>For whom the terms are written.</summary>
public enum TermsAudience
{
    /// <summary>What members are promised.</summary>
    Customer,

    /// <summary>One page of what a cashier says and does.</summary>
    Cashier,
}
