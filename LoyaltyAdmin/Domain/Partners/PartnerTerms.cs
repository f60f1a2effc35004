namespace LoyaltyAdmin.Domain.Partners;

/// <summary>Terms agreed with a partner from an instant on, until others are. Written once; those of a receipt are in force at the receipt's own time.</summary>
public sealed class PartnerTerms
{
    public int Id { get; init; }

    public required int PartnerId { get; init; }

    /// <summary>The first instant (UTC). Of two that begin together the later written counts.</summary>
    public required DateTime From { get; init; }

    public required PartnerConditions Conditions { get; init; }

    /// <summary>Why, in the author's words.</summary>
    public required string Note { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required string CreatedBy { get; init; }

    /// <summary>The terms in force at an instant; null before the first.</summary>
    public static PartnerTerms? InForceAt(IEnumerable<PartnerTerms> all, DateTime at) =>
        all.Where(t => t.From <= at).OrderBy(t => t.From).ThenBy(t => t.Id).LastOrDefault();
}
