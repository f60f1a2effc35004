using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Ledger;

/// <summary>One credit of points with a life of its own (R1): its activation, its expiry and what is left of it.</summary>
public sealed class PointsLot
{
    public required long Id { get; init; }

    public required long AccountId { get; init; }

    /// <summary>The credit that made it.</summary>
    public required long EntryId { get; init; }

    public required Points Amount { get; init; }

    /// <summary>What is neither spent, expired nor reversed, points in hold included.</summary>
    public required Points Remaining { get; set; }

    /// <summary>The part of <see cref="Remaining"/> that unconfirmed receipts have set aside.</summary>
    public Points Held { get; set; }

    /// <summary>What has expired of it.</summary>
    public Points Expired { get; set; }

    public BudgetBlock Block { get; init; }

    /// <summary>Which rule gave it: <c>main</c>, <c>opening</c>, <c>correction</c>, <c>Reward.Joining</c> and its like, later a campaign's key.</summary>
    public required string RuleKey { get; init; }

    /// <summary>The version of that rule: the number of the program version.</summary>
    public int RuleVersion { get; init; }

    public long? ReceiptId { get; init; }

    /// <summary>Key of the partner who issued it; null for the shop itself.</summary>
    public string? Partner { get; init; }

    public required DateTime EarnedAt { get; init; }

    /// <summary>From when on it can be spent; <see cref="ProgramCalendar.Never"/> while it waits for an event.</summary>
    public required DateTime ActivatesAt { get; set; }

    /// <summary>The first instant at which it can no longer be spent; <see cref="ProgramCalendar.Never"/> if it never expires.</summary>
    public required DateTime ExpiresAt { get; set; }

    /// <summary>Whether each purchase of the member moves its expiry.</summary>
    public bool FollowsActivity { get; init; }

    /// <summary>Whether the account's projected balance counts it as available rather than pending.</summary>
    public bool CountedActive { get; set; }

    /// <summary>What can be spent of it at an instant.</summary>
    public Points SpendableAt(DateTime now) => ActivatesAt <= now && now < ExpiresAt ? Remaining - Held : Points.Zero;
}
