namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What a condition says to a purchase.</summary>
/// <param name="Holds">Whether it is fulfilled.</param>
/// <param name="Lines">The goods that fulfil it; null where it is not about goods.</param>
/// <param name="Times">How often it is fulfilled; 0 where that means nothing.</param>
public readonly record struct Match(bool Holds, LineSet? Lines = null, int Times = 0)
{
    public static Match No => default;

    public static Match Yes => new(true);

    /// <summary>Fulfilled or not, with nothing more to say.</summary>
    public static Match If(bool holds) => new(holds);
}

/// <summary>A condition with its settings, ready to be asked by all threads.</summary>
/// <param name="purchase">What is bought.</param>
/// <param name="offer">What it found for the campaign: counters that move, codes.</param>
public delegate Match ConditionTest(Purchase purchase, OfferFindings offer);
