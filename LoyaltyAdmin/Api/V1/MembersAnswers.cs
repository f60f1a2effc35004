using System.Text.Json;
using System.Text.Json.Serialization;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Members;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Platform;

namespace LoyaltyAdmin.Api.V1;

/// <summary>A member.</summary>
public sealed record MemberAnswer
{
    public required long Id { get; init; }

    public string? ExternalId { get; init; }

    /// <summary>The first card that is not blocked.</summary>
    public string? Card { get; init; }

    /// <summary>All cards that are not blocked.</summary>
    public required IReadOnlyList<string> Cards { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public DateOnly? BirthDate { get; init; }

    public required DateTimeOffset JoinedAt { get; init; }

    public string? Channel { get; init; }

    public required IReadOnlyList<string> Consents { get; init; }

    public required MemberStatus Status { get; init; }

    /// <summary>Numbers of members who were merged into this one: all that named them names this member.</summary>
    public required IReadOnlyList<long> MergedFrom { get; init; }

    /// <summary>What became of the referral code that came with the registration.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ReferralUseAnswer? Referral { get; init; }

    /// <summary>The household whose points the member spends.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public MemberHouseholdAnswer? Household { get; init; }

    internal static MemberAnswer Of(MemberDetails member, ProgramTimeline timeline, HouseholdDetails? household)
    {
        var cards = member.Cards.Where(card => card.Status == CardStatus.Active).Select(card => card.Number).ToList();
        return new MemberAnswer
        {
            Id = member.Id,
            ExternalId = member.Profile.ExternalId,
            Card = cards.FirstOrDefault(),
            Cards = cards,
            Phone = member.Profile.Phone,
            Email = member.Profile.Email,
            FirstName = member.Profile.FirstName,
            LastName = member.Profile.LastName,
            BirthDate = member.Profile.BirthDate,
            JoinedAt = ApiInstant.Tell(member.JoinedAt, timeline),
            Channel = member.Profile.Channel,
            Consents = member.Profile.AgreedToOffers ? [MemberReader.Offers] : [],
            Status = member.Status,
            MergedFrom = member.MergedFrom,
            Household = MemberHouseholdAnswer.Of(household, timeline.Program),
        };
    }
}

/// <summary>What a till may know of a member before the receipt.</summary>
/// <param name="Id">Names the member in the receipt.</param>
/// <param name="MaskedName">To ask back; null where no name is known.</param>
/// <param name="MaskedPhone">The last two digits; null where no phone is known.</param>
/// <param name="Status">A blocked member neither earns nor spends.</param>
/// <param name="Available">What can be spent now, of the own points or of the household's.</param>
/// <param name="Pending">Earned, not yet active.</param>
/// <param name="Held">Set aside by receipts that are not confirmed.</param>
/// <param name="Tier">The member's level; null while the program has none.</param>
/// <param name="Plans">Names of the plans that the member has benefits by.</param>
/// <param name="Clubs">Names of the clubs that the member is in.</param>
public sealed record MemberLookupAnswer(
    long Id, string? MaskedName, string? MaskedPhone, MemberStatus Status, decimal Available, decimal Pending, decimal Held, string? Tier, IReadOnlyList<string> Plans,
    IReadOnlyList<string> Clubs)
{
    internal static MemberLookupAnswer Of(
        MemberDetails member, MemberBalance balance, HouseholdDetails? household, LoyaltyProgram program, MemberStanding? standing, IReadOnlyList<string> plans,
        IReadOnlyList<string> clubs) => new(
        member.Id,
        Domain.Members.MaskedName.Of(member.Profile.FirstName, member.Profile.LastName),
        Domain.Members.MaskedName.OfPhone(member.Profile.Phone),
        member.Status,
        program.Tell(household?.AvailableTo(member.Id) ?? balance.Available),
        program.Tell(balance.Pending),
        program.Tell(balance.Held),
        standing?.Level.Name,
        plans,
        clubs);
}

/// <summary>A member's points.</summary>
/// <param name="Available">What can be spent now: the own points, or all of the household's.</param>
/// <param name="Own">What can be spent of the own points.</param>
/// <param name="Pending">Earned, not yet active.</param>
/// <param name="Held">Set aside by receipts that are not confirmed.</param>
/// <param name="Debt">What the next accruals repay.</param>
/// <param name="Tier">The member's tier; null while the program has none.</param>
/// <param name="Expiring">The own available points by their last usable day.</param>
/// <param name="Household">The household whose points the member spends; null for one who is in none.</param>
public sealed record MemberBalanceAnswer(
    decimal Available,
    decimal Own,
    decimal Pending,
    decimal Held,
    decimal Debt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Tier,
    IReadOnlyList<ExpiringPoints> Expiring,
    MemberHouseholdAnswer? Household)
{
    internal static MemberBalanceAnswer Of(long memberId, MemberBalance balance, HouseholdDetails? household, LoyaltyProgram program, MemberStanding? standing) => new(
        program.Tell(household?.AvailableTo(memberId) ?? balance.Available),
        program.Tell(balance.Available),
        program.Tell(balance.Pending),
        program.Tell(balance.Held),
        program.Tell(balance.Debt),
        standing?.Level.Name,
        [.. balance.Expiring.Select(bucket => new ExpiringPoints(bucket.LastDay, program.Tell(bucket.Points)))],
        MemberHouseholdAnswer.Of(household, program));
}

/// <summary>Points that can be spent on this day for the last time.</summary>
public sealed record ExpiringPoints(DateOnly LastDay, decimal Points);

/// <summary>One page of the movements of a member's points.</summary>
public sealed record MemberEntriesAnswer(int Total, IReadOnlyList<EntryAnswer> Items)
{
    internal static MemberEntriesAnswer Of(Page<EntryRow> page, EntryWords words, ProgramTimeline timeline) => new(page.Total, [.. page.Rows.Select(entry =>
        new EntryAnswer
        {
            Id = entry.Id,
            Kind = JsonNamingPolicy.CamelCase.ConvertName(entry.Kind.ToString()),
            Points = Signed(entry, timeline.Program),
            At = ApiInstant.Tell(entry.At, timeline),
            Reason = words.Reason(entry),
            ReceiptId = entry.ReceiptKey,
            Lots = [.. entry.Lots.Select(lot => new EntryLotAnswer(lot.LotId, timeline.Program.Tell(lot.Points), lot.LastDay))],
        })]);

    private static decimal Signed(EntryRow entry, LoyaltyProgram program) =>
        entry.IsCredit ? program.Tell(entry.Points) : -program.Tell(entry.Points);
}

/// <summary>One movement of points.</summary>
public sealed record EntryAnswer
{
    public required long Id { get; init; }

    /// <summary>accrual, openingBalance, correctionUp, redemption, restore, reversal, debtRepayment, expiry, correctionDown, reward or what takes one of these back.</summary>
    public required string Kind { get; init; }

    /// <summary>Above zero when points came, below when they went.</summary>
    public required decimal Points { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Why, in the caller's language.</summary>
    public required string Reason { get; init; }

    /// <summary>The till's name of the receipt.</summary>
    public string? ReceiptId { get; init; }

    public required IReadOnlyList<EntryLotAnswer> Lots { get; init; }
}

/// <summary>A lot's part in a movement.</summary>
/// <param name="LotId">The lot.</param>
/// <param name="Points">How much of the movement is this lot's.</param>
/// <param name="Expires">The lot's last usable day; null if it never expires.</param>
public sealed record EntryLotAnswer(
    long LotId, decimal Points, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateOnly? Expires);
