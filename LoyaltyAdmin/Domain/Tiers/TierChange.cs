namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>Why a member's level changed, or was kept.</summary>
public enum TierCause
{
    /// <summary>The metric reached a higher level.</summary>
    Raised,

    /// <summary>The period ended and the metric keeps the level.</summary>
    Renewed,

    /// <summary>The period ended and the metric does not keep the level.</summary>
    Lowered,

    /// <summary>Given by hand.</summary>
    Given,

    /// <summary>What was given by hand came to its end, or was taken back.</summary>
    GiftEnded,

    /// <summary>Another ladder came into force.</summary>
    LadderChanged,

    /// <summary>The purchase that had brought the level was returned.</summary>
    Returned,
}

/// <summary>One step of a member on the ladder, for good.</summary>
public sealed class TierChange
{
    public required long Id { get; init; }

    public required long MemberId { get; set; }

    public required DateTime At { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>Key of the level that counted before.</summary>
    public required string From { get; init; }

    /// <summary>Key of the level that counts from then on.</summary>
    public required string To { get; init; }

    public required TierCause Cause { get; init; }

    /// <summary>The metric by which it was judged, in hundredths of its unit; null where none was.</summary>
    public long? Metric { get; init; }

    /// <summary>The version of the conditions that was in force.</summary>
    public required int Version { get; init; }

    /// <summary>Until when the level is kept then; see <see cref="TierStanding.KeptUntil"/>.</summary>
    public required DateOnly KeptUntil { get; init; }

    /// <summary>The receipt that brought it; null if none did.</summary>
    public long? ReceiptId { get; init; }

    /// <summary>Why it was given by hand.</summary>
    public string? Reason { get; init; }

    /// <summary>Who gave it by hand.</summary>
    public string? Author { get; init; }
}
