namespace LoyaltyAdmin.Domain.Clubs;

/// <summary>One member's place in one club: an unbroken time. What it is follows from its events: see <see cref="ClubCourse"/>.</summary>
public sealed class ClubPlace
{
    public required long Id { get; init; }

    public required int ClubId { get; init; }

    public required long MemberId { get; set; }

    /// <summary>Whether it is the member's one in this club: a new place after its end takes its turn.</summary>
    public bool IsOpen { get; set; } = true;

    public required DateTime From { get; set; }

    /// <summary>The end as it will be if nothing happens, exclusive.</summary>
    public required DateTime Until { get; set; }

    /// <summary>Why it ends, or ended.</summary>
    public ClubEnd End { get; set; }

    /// <summary>How the member got in.</summary>
    public required ClubEntry Entry { get; init; }

    /// <summary>Counts its changes.</summary>
    public int Version { get; set; }
}

/// <summary>How a member got in.</summary>
public enum ClubEntry
{
    Invited,
    Qualified,
}

/// <summary>Why a place ends.</summary>
public enum ClubEnd
{
    /// <summary>Its term is over and was not renewed.</summary>
    Term,

    /// <summary>Staff took it away.</summary>
    Removed,

    /// <summary>The member wished to go.</summary>
    Left,
}

/// <summary>What happens to a place.</summary>
public enum ClubEventKind
{
    Joined,
    Renewed,
    Removed,
    Left,
}

/// <summary>One thing that happened to a place, for good.</summary>
public sealed record ClubEvent
{
    public required long Id { get; init; }

    public required long PlaceId { get; init; }

    public required ClubEventKind Kind { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Of joining and renewing: the end of the term, exclusive.</summary>
    public DateTime? Until { get; init; }

    /// <summary>What of purchases led to it, in hundredths of a unit; null where nothing did.</summary>
    public long? Metric { get; init; }

    public required string Author { get; init; }

    /// <summary>Why, where it was done by hand.</summary>
    public string? Reason { get; init; }
}
