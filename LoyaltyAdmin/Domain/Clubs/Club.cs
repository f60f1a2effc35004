using LoyaltyAdmin.Domain.Offers;

namespace LoyaltyAdmin.Domain.Clubs;

/// <summary>A closed club: some members, more than others get. Its terms change over time; each holds from an instant on.</summary>
public sealed class Club : IOffer<ClubTerms>
{
    public int Id { get; init; }

    /// <summary>Names the club to tills and shops; never changes.</summary>
    public required string Key { get; init; }

    /// <summary>As its members know it.</summary>
    public required string Name { get; set; }

    /// <summary>Whether anybody can get in now. Who is in stays in either way.</summary>
    public bool IsOpen { get; set; } = true;

    public required DateTime CreatedAt { get; init; }

    /// <summary>Rises with each place that is given, so that two never take the last seat together.</summary>
    public int Turns { get; set; }

    /// <summary>Counts its changes, so that of two at once one is told.</summary>
    public int Version { get; set; }

    /// <summary>In the order of their time.</summary>
    public List<ClubVersion> Versions { get; init; } = [];

    IReadOnlyList<IOfferVersion<ClubTerms>> IOffer<ClubTerms>.Versions => Versions;

    /// <summary>The terms in force at an instant.</summary>
    public ClubVersion At(DateTime at) => Versions.InForceAt(at);

    void IOffer<ClubTerms>.Add(int number, DateTime from, ClubTerms terms, string author) =>
        Versions.Add(new ClubVersion { ClubId = Id, Number = number, From = from, Terms = terms, Author = author });
}

/// <summary>Terms of a club, for good.</summary>
public sealed class ClubVersion : IOfferVersion<ClubTerms>
{
    public int ClubId { get; init; }

    /// <summary>1, 2, 3 … within the club.</summary>
    public required int Number { get; init; }

    public required DateTime From { get; init; }

    public required ClubTerms Terms { get; init; }

    /// <summary>Who made them.</summary>
    public required string Author { get; init; }
}
