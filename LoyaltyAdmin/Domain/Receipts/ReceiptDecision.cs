using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts;

/// <summary>What the engine needs to know of the member beside the receipt.</summary>
public sealed record MemberFacts
{
    /// <summary>What can be spent now.</summary>
    public Points Available { get; init; }

    /// <summary>Earned before on the receipt's local day; needed only where the conditions cap it.</summary>
    public Points AccruedThatDay { get; init; }

    /// <summary>Earned before in the receipt's calendar month; needed only where the conditions cap it.</summary>
    public Points AccruedThatMonth { get; init; }

    public required DateOnly JoinedOn { get; init; }

    /// <summary>Whether enough is known of the member to let points pay.</summary>
    public bool MaySpend { get; init; } = true;

    /// <summary>Code of the reason for which nobody has confirmed that it is this member who spends; null where it is confirmed or need not be.</summary>
    public string? Unconfirmed { get; init; }

    /// <summary>What changes the main scheme for this member: the tier, if the program has levels.</summary>
    public IReadOnlyList<MemberPrivilege> Privileges { get; init; } = [];

    /// <summary>What holds where the purchase is made, when that is at a partner; null at the shop.</summary>
    public PartnerScheme? Partner { get; init; }
}

/// <summary>What the engine decides on a receipt: amounts, points and the reasons for each.</summary>
public sealed record ReceiptDecision
{
    public required Money Gross { get; init; }

    public required Money Discount { get; init; }

    public required Money Redeemed { get; init; }

    public required Points RedeemedPoints { get; init; }

    /// <summary>What is left to pay after points, by gift cards and money.</summary>
    public required Money Net { get; init; }

    /// <summary>What gift cards of this program pay of it.</summary>
    public Money ByGiftCard { get; init; }

    /// <summary>The part of it that buys gift cards of this program: it is no revenue yet (R17).</summary>
    public Money CardsSold { get; init; }

    /// <summary>What it does to gift cards.</summary>
    public IReadOnlyList<GiftCardNote> GiftCards { get; init; } = [];

    public required Points Accrued { get; init; }

    /// <summary>The most points that this receipt could spend, however many were asked for.</summary>
    public required Points MaximumRedeemable { get; init; }

    /// <summary>In the order of the draft's lines.</summary>
    public required IReadOnlyList<LineDecision> Lines { get; init; }

    /// <summary>The lots to be made: their points add up to <see cref="Accrued"/>.</summary>
    public required IReadOnlyList<CreditDecision> Credits { get; init; }

    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <summary>Key of the level that the member was served by; null where the program has none.</summary>
    public string? Tier { get; init; }

    /// <summary>What paid plans brought, by line.</summary>
    public IReadOnlyList<LineSaving> Savings { get; init; } = [];

    /// <summary>What became of the campaigns whose conditions held, in the order in which they were decided (R8).</summary>
    public IReadOnlyList<OfferDecision> Offers { get; init; } = [];
}

/// <summary>What the engine decides on one line. The discount includes the line's share of the order discount.</summary>
public sealed record LineDecision(int Line, Money Discount, Money Redeemed, Points RedeemedPoints, Points Accrued);

/// <summary>One lot that a receipt brings.</summary>
public sealed record CreditDecision
{
    public required Points Points { get; init; }

    public BudgetBlock Block { get; init; }

    public required string RuleKey { get; init; }

    public required int RuleVersion { get; init; }

    public required DateTime ActivatesAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public bool FollowsActivity { get; init; }

    /// <summary>Key of the partner who issues it; null for the shop.</summary>
    public string? Partner { get; init; }
}
