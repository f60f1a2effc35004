using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What it costs to become a member.</summary>
public enum EntryPrice
{
    /// <summary>Nothing: whoever is registered is in.</summary>
    Free,

    /// <summary>Any paid purchase.</summary>
    AnyPurchase,

    /// <summary>One receipt of a least sum.</summary>
    Receipt,
}

/// <summary>What must be known of a member before points can be spent.</summary>
public enum SpendingNeeds
{
    /// <summary>Nothing: whoever has the card spends.</summary>
    Nothing,

    /// <summary>A phone or an e-mail.</summary>
    Contact,

    /// <summary>A phone or an e-mail, and a name.</summary>
    ContactAndName,
}

/// <summary>How people join, and what is asked of them (R16). What was in force when a member joined holds for the price of entry and the welcome.</summary>
public sealed record JoiningConditions
{
    public EntryPrice Price { get; init; }

    /// <summary>The least sum paid in money, for <see cref="EntryPrice.Receipt"/>.</summary>
    public Money LeastReceipt { get; init; } = Money.Of(1000);

    /// <summary>Whether nobody is registered without a card, at tills and by the staff.</summary>
    public bool CardNeeded { get; init; }

    /// <summary>Points for whoever is in; zero for none.</summary>
    public decimal WelcomePoints { get; init; }

    public SpendingNeeds ToSpend { get; init; }
}
