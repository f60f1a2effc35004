using LoyaltyAdmin.Domain.Partners;

namespace LoyaltyAdmin.Features.Partners;

/// <summary>A partner with all that its page shows.</summary>
public sealed record PartnerDetails
{
    public required Partner Partner { get; init; }

    /// <summary>All that was ever agreed, the latest first.</summary>
    public required IReadOnlyList<PartnerTerms> Terms { get; init; }

    /// <summary>What holds now; null where nothing does.</summary>
    public PartnerTerms? Current { get; init; }

    public required IReadOnlyList<PartnerKey> Keys { get; init; }

    /// <summary>What no statement has settled, by terms.</summary>
    public required IReadOnlyList<SettlementLine> Lines { get; init; }

    /// <summary>Adjustments that wait for the next statement.</summary>
    public required IReadOnlyList<SettlementAdjustment> Adjustments { get; init; }

    /// <summary>The statement that is begun; null for none.</summary>
    public int? DraftId { get; init; }

    /// <summary>The day from which the next statement would go on.</summary>
    public required DateOnly NextFrom { get; init; }

    public required DateOnly Today { get; init; }

    public SettlementTotals Open => SettlementTotals.Of(Lines, 0, Adjustments.Sum(a => a.AmountMinor));
}

/// <summary>A key of a partner's tills.</summary>
public sealed record PartnerKey(int Id, string Name, string Prefix, DateTime CreatedAt, DateTime? RevokedAt);
