namespace LoyaltyAdmin.Domain.Offers;

/// <summary>Terms of an offer, for good: in force from an instant until the next ones are.</summary>
public interface IOfferVersion<out TTerms>
{
    /// <summary>1, 2, 3 … within the offer.</summary>
    int Number { get; }

    /// <summary>The first instant (UTC).</summary>
    DateTime From { get; }

    TTerms Terms { get; }
}
