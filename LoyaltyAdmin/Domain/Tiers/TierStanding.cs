namespace LoyaltyAdmin.Domain.Tiers;

/// <summary>A level given by hand: it stands in place of the earned one until its end, and not a day longer.</summary>
/// <param name="Level">The level's key.</param>
/// <param name="Until">The first local day on which it no longer stands.</param>
/// <param name="Reason">Why, in the words of who gave it.</param>
public sealed record TierLock(string Level, DateOnly Until, string Reason);

/// <summary>Where a member stands on the ladder.</summary>
public sealed record TierStanding
{
    /// <summary>Key of the level that was earned.</summary>
    public required string Level { get; init; }

    /// <summary>Since when (UTC).</summary>
    public DateTime Since { get; init; } = DateTime.MinValue;

    /// <summary>The first local day on which the level must have been earned again; the greatest day where it is kept for good.</summary>
    public DateOnly KeptUntil { get; init; } = DateOnly.MaxValue;

    /// <summary>The version of the conditions whose ladder this is a place on.</summary>
    public int Version { get; init; }

    /// <summary>The level before the latest rise; null where there was none.</summary>
    public string? RaisedFrom { get; init; }

    /// <summary>The level given by hand, if any.</summary>
    public TierLock? Lock { get; init; }

    /// <summary>The level that counts: the one given by hand while it lasts, else the earned one.</summary>
    public string LevelOn(DateOnly day) => Lock is { } given && day < given.Until ? given.Level : Level;
}
