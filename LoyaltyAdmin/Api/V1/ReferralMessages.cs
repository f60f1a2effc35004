using System.Text.Json.Serialization;
using LoyaltyAdmin.Api.Problems;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Referrals;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Platform.Localization;

namespace LoyaltyAdmin.Api.V1;

/// <summary>By whose code a member came.</summary>
public sealed record ReferralUseRequest
{
    /// <summary>As people write it.</summary>
    public string? Code { get; init; }

    public MarksRequest? Marks { get; init; }
}

/// <summary>What is known of a person beyond contacts, to tell one who plays two. Kept as fingerprints alone.</summary>
public sealed record MarksRequest
{
    private const int Longest = 500;

    /// <summary>Any name of the payment card that stays the same, such as the bank's token. Never the card's number.</summary>
    public string? PaymentCard { get; init; }

    /// <summary>The delivery address.</summary>
    public string? Address { get; init; }

    /// <summary>Any name of the device or of the app's installation.</summary>
    public string? Device { get; init; }

    internal MemberMarks.Said Read(FieldErrors errors) => new(
        errors.Optional("marks.paymentCard", PaymentCard, Longest), errors.Optional("marks.address", Address, Longest), errors.Optional("marks.device", Device, Longest));
}

/// <summary>What became of a code.</summary>
public enum ReferralUseStatus
{
    Accepted,
    Refused,
}

/// <summary>What became of the code that came with a registration, or after it. A refused code never stops a registration.</summary>
/// <param name="Status">accepted or refused.</param>
/// <param name="Code">Why not, stable; null where it was accepted.</param>
/// <param name="Text">Why not, in the caller's language.</param>
/// <param name="Replayed">Whether the same code had been noted before.</param>
public sealed record ReferralUseAnswer(ReferralUseStatus Status, string? Code, string? Text, bool Replayed)
{
    internal static ReferralUseAnswer Of(Result<UseReferralCode.Used> result, CodeTexts texts) => result.Accepted(out var used, out var rejection)
        ? new(ReferralUseStatus.Accepted, null, null, used.Replayed)
        : new(ReferralUseStatus.Refused, rejection.Code, texts.Find(rejection.Code, rejection.Arguments), false);
}

/// <summary>A member in the matter of bringing friends.</summary>
public sealed record MemberReferralAnswer
{
    /// <summary>The code to give to friends, as it is shown.</summary>
    public required string Code { get; init; }

    /// <summary>The address to share; null where the terms have none.</summary>
    public string? Link { get; init; }

    /// <summary>Points for each friend who buys.</summary>
    public required decimal ReferrerPoints { get; init; }

    /// <summary>Points for the friend.</summary>
    public required decimal FriendPoints { get; init; }

    /// <summary>Friends who have joined and not bought enough yet.</summary>
    public required int Joined { get; init; }

    /// <summary>Friends whose purchase waits for the time of returns to end.</summary>
    public required int Waiting { get; init; }

    public required int Rewarded { get; init; }

    public required int Refused { get; init; }

    /// <summary>Points that the member got for friends.</summary>
    public required decimal Earned { get; init; }

    /// <summary>For how many friends of this month there are still points; null for any number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? LeftThisMonth { get; init; }

    /// <summary>For how many friends in all there are still points; null for any number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public int? LeftInAll { get; init; }

    /// <summary>The member's own way as somebody's friend; null for who came by nobody's code.</summary>
    public CameByAnswer? CameBy { get; init; }

    internal static MemberReferralAnswer Of(MemberReferral referral, string code, LoyaltyProgram program) => new()
    {
        Code = ReferralCodeRule.Show(code),
        Link = ReferralCodes.LinkOf(referral.Terms, code),
        ReferrerPoints = referral.Terms.ReferrerPoints,
        FriendPoints = referral.Terms.FriendPoints,
        Joined = referral.Of(ReferralState.Joined),
        Waiting = referral.Of(ReferralState.Waiting),
        Rewarded = referral.Of(ReferralState.Rewarded),
        Refused = referral.Of(ReferralState.Refused),
        Earned = program.Tell(referral.Earned),
        LeftThisMonth = referral.LeftThisMonth,
        LeftInAll = referral.LeftInAll,
        CameBy = referral.CameBy is { } by ? new CameByAnswer(by.State, by.Refusal, by.DueOn, program.Tell(by.FriendPoints)) : null,
    };
}

/// <summary>Where a member stands as a friend of somebody.</summary>
/// <param name="State">joined, waiting, rewarded, refused or takenBack.</param>
/// <param name="Reason">Why there are no points, or fewer.</param>
/// <param name="DueOn">The day from which on the points are given.</param>
/// <param name="Points">What the member got as a friend.</param>
public sealed record CameByAnswer(ReferralState State, ReferralRefusal? Reason, DateOnly? DueOn, decimal Points);
