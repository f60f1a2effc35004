namespace LoyaltyAdmin.Domain.Programs.Setup;

/// <summary>The seven types of loyalty programs; any of them mix.</summary>
public enum ProgramKind
{
    /// <summary>Members pay less at once.</summary>
    Discount,

    /// <summary>Purchases bring points that pay for later ones.</summary>
    Bonus,

    /// <summary>Who buys more gets more: levels.</summary>
    Cumulative,

    /// <summary>Members pay for better terms ("umbrella").</summary>
    Subscription,

    /// <summary>Terms of their own for the few who are invited or qualify.</summary>
    Club,

    /// <summary>Points across businesses.</summary>
    Partner,

    /// <summary>Members bring friends.</summary>
    Referral,
}

/// <summary>What something gives: points for later or money off at once.</summary>
public enum SetupGift
{
    Points,
    Discount,
}
