using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Members;

/// <summary>One movement of a member's points, with the lots that it made, took from or gave back to.</summary>
public sealed record EntryRow
{
    public required long Id { get; init; }

    public required EntryKind Kind { get; init; }

    public required Points Points { get; init; }

    public required DateTime At { get; init; }

    public required DateTime RecordedAt { get; init; }

    public long? ReceiptId { get; init; }

    /// <summary>The till's name of the receipt.</summary>
    public string? ReceiptKey { get; init; }

    /// <summary>The till's name of the return.</summary>
    public string? ReturnKey { get; init; }

    public string? Author { get; init; }

    /// <summary>Why, in the author's words.</summary>
    public string? Reason { get; init; }

    public IReadOnlyList<EntryLot> Lots { get; init; } = [];

    /// <summary>Whether points came; else they went.</summary>
    public bool IsCredit => Kind.IsCredit();
}

/// <summary>A lot's part in a movement.</summary>
/// <param name="LotId">The lot.</param>
/// <param name="Points">How much of the movement is this lot's.</param>
/// <param name="LastDay">The lot's last usable day; null if it never expires.</param>
public sealed record EntryLot(long LotId, Points Points, DateOnly? LastDay);

/// <summary>Where a lot is in its life.</summary>
public enum LotState
{
    Pending,
    Active,
    Spent,

    /// <summary>Its time is over and something was left of it.</summary>
    Expired,
}

/// <summary>One lot of a member.</summary>
public sealed record LotRow
{
    public required long Id { get; init; }

    public required Points Amount { get; init; }

    public required Points Remaining { get; init; }

    public required Points Held { get; init; }

    public required string RuleKey { get; init; }

    public required int RuleVersion { get; init; }

    public string? ReceiptKey { get; init; }

    /// <summary>The partner who issued it, by name; null for the shop.</summary>
    public string? Partner { get; init; }

    public required DateTime EarnedAt { get; init; }

    public required DateTime ActivatesAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public LotState StateAt(DateTime now) => this switch
    {
        { Remaining.IsZero: true } => LotState.Spent,
        _ when ExpiresAt <= now => LotState.Expired,
        _ when ActivatesAt > now => LotState.Pending,
        _ => LotState.Active,
    };
}

/// <summary>One purchase of a member.</summary>
public sealed record MemberReceiptRow
{
    public required long Id { get; init; }

    public required string Key { get; init; }

    public required DateTime OccurredAt { get; init; }

    public required string Store { get; init; }

    /// <summary>The partner at whose till it was, by name; null for the shop's own.</summary>
    public string? Partner { get; init; }

    public required Money Gross { get; init; }

    public required Money Net { get; init; }

    public required Points RedeemedPoints { get; init; }

    public required Points Accrued { get; init; }

    /// <summary>What was given back of it since.</summary>
    public required Money Refunded { get; init; }
}
