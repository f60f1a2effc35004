using LoyaltyAdmin.Domain.Offers;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Offers;

/// <summary>An offer as it is wanted: a new one, or one that is changed.</summary>
public sealed record OfferOrder<TTerms>
    where TTerms : IOfferTerms
{
    /// <summary>The offer to change; null to make one.</summary>
    public int? Id { get; init; }

    /// <summary>The version that was on the screen.</summary>
    public int Version { get; init; }

    /// <summary>Of a new offer.</summary>
    public string Key { get; init; } = "";

    public required string Name { get; init; }

    public bool IsOpen { get; init; } = true;

    public required TTerms Terms { get; init; }

    /// <summary>What is wrong with it, each with its field.</summary>
    /// <param name="area">The feature whose words tell it.</param>
    public IReadOnlyList<Rejection> Check(string area)
    {
        var wrong = Terms.Check().ToList();
        if (Name.Trim().Length is 0 or > OfferRule.LongestName)
        {
            wrong.Add(new Rejection($"{area}.NameMissing", OfferRule.LongestName) { Field = "name" });
        }

        if (Id is null && !OfferRule.IsKey(Key))
        {
            wrong.Add(new Rejection($"{area}.KeyMalformed") { Field = "key" });
        }

        return wrong;
    }
}
