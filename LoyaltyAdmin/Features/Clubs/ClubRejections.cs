using LoyaltyAdmin.Domain.Clubs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Clubs;

/// <summary>The "no"s about clubs.</summary>
internal static class ClubRejections
{
    private const int ShortestReason = 3;
    private const int LongestReason = 1000;

    public static Rejection ClubUnknown(object id) => new("Clubs.ClubUnknown", id);

    public static Rejection KeyTaken(string key) => new("Clubs.KeyTaken", key) { Field = "key" };

    public static Rejection Closed(string name) => new("Clubs.Closed", name);

    public static Rejection NotByInvitation(string name) => new("Clubs.NotByInvitation", name);

    public static Rejection MemberBlocked() => new("Clubs.MemberBlocked");

    public static Rejection AlreadyInConflict(string name) => new("Clubs.AlreadyInConflict", name);

    public static Rejection Full(string name, int seats) => new("Clubs.Full", name, seats);

    public static Rejection InvitationUnknown() => new("Clubs.InvitationUnknown") { Field = "code" };

    public static Rejection PlaceUnknown(long id) => new("Clubs.PlaceUnknown", id);

    public static Rejection NotInClub() => new("Clubs.NotInClub");

    public static Rejection NoEnd(string name) => new("Clubs.NoEnd", name);

    /// <summary>An invitation that cannot be accepted any more, by what it is.</summary>
    public static Rejection Over(InvitationState state) => new($"Clubs.Invitation{state}Conflict");

    public static Rejection? CheckReason(string? reason) =>
        reason is not null && reason.Trim().Length is < ShortestReason or > LongestReason ? new Rejection("Clubs.ReasonMissing") { Field = "reason" } : null;
}
