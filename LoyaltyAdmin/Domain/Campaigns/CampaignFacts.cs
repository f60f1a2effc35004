using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What conditions and limits may ask of the member and of the campaigns, beside the receipt. Only what <see cref="CampaignSet.Needs"/> names must be filled.</summary>
public sealed record CampaignFacts
{
    /// <summary>Of a receipt without a member.</summary>
    public static readonly CampaignFacts Nobody = new();

    /// <summary>Null without a member.</summary>
    public long? MemberId { get; init; }

    /// <summary>Purchases before this one.</summary>
    public int Purchases { get; init; }

    public DateTime? FirstPurchaseAt { get; init; }

    public DateTime? LastPurchaseAt { get; init; }

    public DateOnly? BirthDate { get; init; }

    /// <summary>Key of the level.</summary>
    public string? Tier { get; init; }

    /// <summary>Keys of the clubs that the member is in.</summary>
    public IReadOnlyCollection<string> Clubs { get; init; } = [];

    /// <summary>Keys of the plans that the member has.</summary>
    public IReadOnlyCollection<string> Plans { get; init; } = [];

    /// <summary>Keys of the personal lists that the member is on.</summary>
    public IReadOnlyCollection<string> Lists { get; init; } = [];

    public IReadOnlyCollection<string> Segments { get; init; } = [];

    /// <summary>Whether the member is kept out of targeted campaigns to measure all of them (R10).</summary>
    public bool InProgramControl { get; init; }

    /// <summary>What was found of the codes of the draft.</summary>
    public IReadOnlyList<BroughtCode> Codes { get; init; } = [];

    /// <summary>The member's counters; one that is not there stands at zero.</summary>
    public IReadOnlyDictionary<CounterKey, CounterState> Counters { get; init; } = new Dictionary<CounterKey, CounterState>();

    /// <summary>What is used up, by the campaign's key; one that is not there is untouched.</summary>
    public IReadOnlyDictionary<string, CampaignStanding> Standings { get; init; } = new Dictionary<string, CampaignStanding>();

    /// <summary>What is left of the program's budget, by block; one that is not there has no limit.</summary>
    public IReadOnlyDictionary<BudgetBlock, BudgetLeft> Blocks { get; init; } = new Dictionary<BudgetBlock, BudgetLeft>();
}

/// <summary>A coupon or promo code that the till brought.</summary>
/// <param name="Code">As it was brought.</param>
/// <param name="Series">Key of its series; null for an unknown one.</param>
/// <param name="Refused">Why it cannot be used; null when it can.</param>
public sealed record BroughtCode(string Code, string? Series, Rejection? Refused = null);

/// <summary>How much of a campaign is used up before this receipt.</summary>
public sealed record CampaignStanding
{
    public static readonly CampaignStanding Untouched = new();

    /// <summary>Uses by all.</summary>
    public long Uses { get; init; }

    /// <summary>Points given to all.</summary>
    public Points Points { get; init; }

    /// <summary>Discounts and promised money given to all.</summary>
    public Money Money { get; init; }

    /// <summary>Uses by the member.</summary>
    public int ByMember { get; init; }

    /// <summary>Uses by the member on the receipt's local day.</summary>
    public int ByMemberThatDay { get; init; }

    /// <summary>Uses by the member in the receipt's week, from Monday.</summary>
    public int ByMemberThatWeek { get; init; }

    /// <summary>Uses by the member in the receipt's calendar month.</summary>
    public int ByMemberThatMonth { get; init; }
}

/// <summary>What is left of a block of the program's budget; null is no limit.</summary>
public sealed record BudgetLeft(Points? Points, Money? Money);
