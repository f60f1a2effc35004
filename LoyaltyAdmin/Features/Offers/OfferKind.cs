using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Offers;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Offers;

/// <summary>In what plans and clubs differ when they are saved.</summary>
public sealed record OfferKind<TOffer, TTerms>
    where TOffer : class, IOffer<TTerms>
    where TTerms : IOfferTerms
{
    /// <summary>The feature whose words tell what is wrong.</summary>
    public required string Area { get; init; }

    /// <summary>All of the kind, with their versions.</summary>
    public required Func<LoyaltyDbContext, IQueryable<TOffer>> All { get; init; }

    /// <summary>A new one of a key and a name, made at an instant, without terms yet.</summary>
    public required Func<string, string, DateTime, TOffer> Make { get; init; }

    /// <summary>What the history tells of it beside its name and benefits: the fields' names and what is in them.</summary>
    public required Func<bool, TTerms, IEnumerable<(string Field, object? Value)>> Facts { get; init; }

    /// <summary>The "no" to a number that is none of the kind.</summary>
    public required Func<int, Rejection> Unknown { get; init; }

    /// <summary>The "no" to a key that another has.</summary>
    public required Func<string, Rejection> KeyTaken { get; init; }
}
