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

/// <summary>What the till must confirm before points are spent by a member whom the cashier typed.</summary>
public enum SpendingConfirmation
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The masked name, which the cashier asks the customer for.</summary>
    Name,
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

    public SpendingConfirmation ConfirmSpending { get; init; }

    /// <summary>The most members of a household; zero where everybody spends alone.</summary>
    public int HouseholdLimit { get; init; } = 6;

    /// <summary>The largest limit of a household that can be set.</summary>
    public const int MostInHousehold = 40;
}
