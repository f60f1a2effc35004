namespace LoyaltyAdmin.Domain.Clubs;

/// <summary>What has become of an invitation. One that is open and past its last day has expired.</summary>
public enum InvitationState
{
    Issued,
    Accepted,
    Declined,
    Expired,
    Withdrawn,
}

/// <summary>An invitation of one member into one club.</summary>
public sealed class ClubInvitation
{
    public required long Id { get; init; }

    public required int ClubId { get; init; }

    public required long MemberId { get; set; }

    /// <summary>What the member shows or enters to accept it.</summary>
    public required string Code { get; init; }

    /// <summary>As it was stored; see <see cref="StateAt"/>.</summary>
    public InvitationState State { get; set; }

    public required DateTime IssuedAt { get; init; }

    public required string IssuedBy { get; init; }

    /// <summary>The end of the last day on which it is good, exclusive.</summary>
    public required DateTime ExpiresAt { get; init; }

    public DateTime? ClosedAt { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? Reason { get; set; }

    /// <summary>What it is at an instant.</summary>
    public InvitationState StateAt(DateTime at) => State == InvitationState.Issued && at >= ExpiresAt ? InvitationState.Expired : State;
}
