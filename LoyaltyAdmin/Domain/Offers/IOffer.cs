namespace LoyaltyAdmin.Domain.Offers;

/// <summary>What members can be in beside the program, and get more by: a paid plan or a closed club. Its terms are dated.</summary>
public interface IOffer<TTerms>
    where TTerms : IOfferTerms
{
    int Id { get; }

    /// <summary>As members know it.</summary>
    string Name { get; set; }

    /// <summary>Whether anybody can get in now. Who is in stays in either way.</summary>
    bool IsOpen { get; set; }

    /// <summary>Counts its changes, so that of two at once one is told.</summary>
    int Version { get; set; }

    IReadOnlyList<IOfferVersion<TTerms>> Versions { get; }

    /// <summary>Adds terms after all others.</summary>
    void Add(int number, DateTime from, TTerms terms, string author);
}
