using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Offers;

/// <summary>What an offer asks and gives.</summary>
public interface IOfferTerms
{
    Benefits Benefits { get; }

    /// <summary>What is wrong with them, each with its field.</summary>
    IEnumerable<Rejection> Check();
}
