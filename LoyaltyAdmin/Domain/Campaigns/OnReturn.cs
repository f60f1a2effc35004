namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What a return does with what a campaign gave (R4).</summary>
public enum OnReturn
{
    /// <summary>The member keeps it and the campaign gets nothing back.</summary>
    Keep,

    /// <summary>What fell to the returned part goes back.</summary>
    Proportional,

    /// <summary>Goes back wholly when what is left of the purchase would not have fulfilled the conditions any more.</summary>
    Reevaluate,
}
