namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>A member's place on the ladder as it is stored. Who has none stands on the lowest level.</summary>
public sealed class MemberTier
{
    public required long MemberId { get; init; }

    public required string Level { get; set; }

    public DateTime Since { get; set; }

    public DateOnly KeptUntil { get; set; }

    public int LadderVersion { get; set; }

    public string? RaisedFrom { get; set; }

    public string? LockLevel { get; set; }

    public DateOnly? LockUntil { get; set; }

    public string? LockReason { get; set; }

    /// <summary>Counts its changes, so that of two at once one begins again.</summary>
    public int Version { get; set; }

    public TierStanding Read() => new()
    {
        Level = Level,
        Since = Since,
        KeptUntil = KeptUntil,
        Version = LadderVersion,
        RaisedFrom = RaisedFrom,
        Lock = LockLevel is { } level && LockUntil is { } until ? new TierLock(level, until, LockReason ?? "") : null,
    };

    public void Write(TierStanding standing)
    {
        (Level, Since, KeptUntil) = (standing.Level, standing.Since, standing.KeptUntil);
        (LadderVersion, RaisedFrom) = (standing.Version, standing.RaisedFrom);
        (LockLevel, LockUntil, LockReason) = (standing.Lock?.Level, standing.Lock?.Until, standing.Lock?.Reason);
    }
}
