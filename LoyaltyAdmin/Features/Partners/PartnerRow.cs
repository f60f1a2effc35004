using LoyaltyAdmin.Domain.Partners;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>A partner as the list shows one, with the figures of the current month. Points in smallest parts, money in hundredths.</summary>
public sealed record PartnerRow
{
    public required Partner Partner { get; init; }

    /// <summary>The terms in force now; null where nothing is agreed.</summary>
    public PartnerTerms? Terms { get; init; }

    /// <summary>What happened there this month.</summary>
    public required SettlementSums Month { get; init; }

    /// <summary>What the next statement would come to now: above zero the partner pays.</summary>
    public required long Open { get; init; }

    /// <summary>Its page.</summary>
    public string Href => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/partners/{Partner.Id}");
}

/// <summary>Which partners a list shows.</summary>
public sealed record PartnerFilter
{
    public PartnerState? State { get; init; }
}
