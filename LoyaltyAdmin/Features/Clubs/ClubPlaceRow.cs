using LoyaltyAdmin.Domain.Clubs;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>How a place stands now.</summary>
public enum PlaceState
{
    In,
    Ended,
    Removed,
    Left,
}

/// <summary>A place in a club, in lists.</summary>
public sealed record ClubPlaceRow
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    /// <summary>How people call the member.</summary>
    public required string Member { get; init; }

    public required PlaceState State { get; init; }

    public required ClubEntry Entry { get; init; }

    public required DateTime From { get; init; }

    /// <summary>The last local day; null where there is no end.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The member's page.</summary>
    public string Href => $"/members/{MemberId}";
}

/// <summary>Which places of one club a list shows.</summary>
public sealed record ClubPlaceFilter
{
    public PlaceState? State { get; init; }
}

/// <summary>An invitation, in lists.</summary>
public sealed record InvitationRow
{
    public required long Id { get; init; }

    public required long MemberId { get; init; }

    /// <summary>How people call the member.</summary>
    public required string Member { get; init; }

    public required string Code { get; init; }

    public required InvitationState State { get; init; }

    public required DateTime IssuedAt { get; init; }

    public required string IssuedBy { get; init; }

    /// <summary>The last local day on which it is good.</summary>
    public required DateOnly LastDay { get; init; }

    public string? Reason { get; init; }

    /// <summary>The member's page.</summary>
    public string Href => $"/members/{MemberId}";
}

/// <summary>Which invitations of one club a list shows.</summary>
public sealed record InvitationFilter
{
    public InvitationState? State { get; init; }
}
