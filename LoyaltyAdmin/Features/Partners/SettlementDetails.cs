using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>A statement with its lines; of a draft what it would say now.</summary>
public sealed record SettlementDetails
{
    public required Settlement Settlement { get; init; }

    public required Partner Partner { get; init; }

    public required IReadOnlyList<SettlementLine> Lines { get; init; }

    /// <summary>The terms that lines name, by id.</summary>
    public required IReadOnlyDictionary<int, PartnerTerms> Terms { get; init; }

    public required IReadOnlyList<SettlementAdjustment> Adjustments { get; init; }

    public required Money FixedFee { get; init; }

    public SettlementTotals Totals => SettlementTotals.Of(Lines, FixedFee.Minor, Adjustments.Sum(a => a.AmountMinor));

    public bool IsDraft => Settlement.Status == SettlementStatus.Draft;
}

/// <summary>A statement as lists show one. Money in hundredths, points in smallest parts.</summary>
public sealed record SettlementRow
{
    public required int Id { get; init; }

    public int? Number { get; init; }

    public required SettlementStatus Status { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly LastDay { get; init; }

    public required long Issued { get; init; }

    public required long Redeemed { get; init; }

    /// <summary>Above zero the partner pays; null for a draft.</summary>
    public long? Payable { get; init; }

    public DateTime? ClosedAt { get; init; }

    public string? ClosedBy { get; init; }

    /// <summary>Its page.</summary>
    public string Href => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/settlements/{Id}");
}

/// <summary>One operation of a statement.</summary>
public sealed record SettlementOperationRow
{
    public required PartnerOperation Operation { get; init; }

    /// <summary>The partner's own number of the receipt.</summary>
    public required string Receipt { get; init; }

    /// <summary>The partner's own number of the return; null for a sale.</summary>
    public string? Return { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTime At { get; init; }

    /// <summary>The member as both companies may know it: masked.</summary>
    public required string Member { get; init; }

    public required PartnerConditions Terms { get; init; }

    /// <summary>What it comes to, in hundredths.</summary>
    public RunningPrices.Priced Price { get; init; }
}
