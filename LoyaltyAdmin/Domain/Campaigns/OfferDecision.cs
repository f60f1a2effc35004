using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns;

/// <summary>What became of a campaign on a receipt.</summary>
public enum OfferOutcome
{
    Applied,

    /// <summary>Its conditions held, yet something stood against it: see <see cref="OfferDecision.Why"/>.</summary>
    Rejected,

    /// <summary>The member is in its control group and gets nothing (R10).</summary>
    Control,

    /// <summary>The purchase counts towards it and is not enough yet.</summary>
    Counted,

    /// <summary>Its conditions did not hold; told only when asked for.</summary>
    NotMatched,
}

/// <summary>What became of one campaign on a receipt, and why (R8). It is recorded with the receipt.</summary>
public sealed record OfferDecision
{
    public required string Campaign { get; init; }

    /// <summary>As customers know it.</summary>
    public string Name { get; init; } = "";

    public required int Version { get; init; }

    public required BudgetBlock Block { get; init; }

    public required OfferOutcome Outcome { get; init; }

    /// <summary>Why it was not applied; null when it was.</summary>
    public Reason? Why { get; init; }

    /// <summary>What was cut off it, and by what.</summary>
    public IReadOnlyList<Reason> Cuts { get; init; } = [];

    /// <summary>What it gave by line; only lines with anything.</summary>
    public IReadOnlyList<OfferLine> Lines { get; init; } = [];

    public Money Discount { get; init; }

    public Points Points { get; init; }

    /// <summary>Discount, points at their face value and promised money together.</summary>
    public Money Cost { get; init; }

    /// <summary>How often the receipt fulfilled its conditions.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Whether its points are for fulfilling the conditions and not for the sum, so that they stay whole while the conditions hold.</summary>
    public bool IsPerTime { get; init; }

    /// <summary>What is to be handed out or issued.</summary>
    public IReadOnlyList<Promise> Promises { get; init; } = [];

    public IReadOnlyList<CounterMove> Counters { get; init; } = [];

    /// <summary>What it takes of the campaign's limits; nothing when it was not applied.</summary>
    public OfferUse? Use { get; init; }

    /// <summary>Codes that were issued for its promises.</summary>
    public IReadOnlyList<string> Issued { get; init; } = [];

    /// <summary>The code that it uses up.</summary>
    public string? Code { get; init; }

    public OnReturn OnReturn { get; init; }

    /// <summary>Whether a full return gives the use back.</summary>
    public bool FullReturnFreesUse { get; init; }
}

/// <summary>What a campaign gave on one line.</summary>
public readonly record struct OfferLine(int Line, Money Discount, Points Points);

/// <summary>What a receipt takes of a campaign's limits; posting checks and counts it in one step.</summary>
/// <param name="Campaign">Its key.</param>
/// <param name="Block">Of the program's budget.</param>
/// <param name="Uses">0 or 1.</param>
/// <param name="Points">Given.</param>
/// <param name="Money">Discount and promised money.</param>
public sealed record OfferUse(string Campaign, BudgetBlock Block, int Uses, Points Points, Money Money);
