using LoyaltyAdmin.Api.V1.Receipts;
using LoyaltyAdmin.Api.Values;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.Households;
using LoyaltyAdmin.Features.Programs;

namespace LoyaltyAdmin.Api.V1;

/// <summary>A household to make.</summary>
public sealed record HouseholdRequest
{
    /// <summary>Who stands for it, by one of id, externalId, card, phone, email.</summary>
    public required MemberReference? Head { get; init; }

    /// <summary>The others, each by one of its names.</summary>
    public IReadOnlyList<MemberReference?>? Members { get; init; }
}

/// <summary>A member to bring into a household.</summary>
public sealed record HouseholdMemberRequest
{
    /// <summary>By one of id, externalId, card, phone, email.</summary>
    public required MemberReference? Member { get; init; }
}

/// <summary>A household: members who spend their points as one.</summary>
public sealed record HouseholdAnswer
{
    public required int Id { get; init; }

    /// <summary>The member who stands for it.</summary>
    public required long Head { get; init; }

    /// <summary>What each of them can spend.</summary>
    public required decimal Available { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required IReadOnlyList<HouseholdMemberAnswer> Members { get; init; }

    internal static HouseholdAnswer Of(HouseholdDetails household, ProgramTimeline timeline) => new()
    {
        Id = household.Id,
        Head = household.HeadId,
        Available = timeline.Program.Tell(household.Available),
        CreatedAt = ApiInstant.Tell(household.CreatedAt, timeline),
        Members = [.. household.Members.Select(m => new HouseholdMemberAnswer(m.Id, m.Name, m.Status, timeline.Program.Tell(m.Available), timeline.Program.Tell(m.Debt)))],
    };
}

/// <summary>One who belongs to a household.</summary>
/// <param name="Id">The member.</param>
/// <param name="Name">What the member is called; contacts are masked.</param>
/// <param name="Status">Who is blocked neither spends nor is spent from.</param>
/// <param name="Own">What can be spent of the own points.</param>
/// <param name="Debt">What the next own accruals repay.</param>
public sealed record HouseholdMemberAnswer(long Id, string Name, MemberStatus Status, decimal Own, decimal Debt);

/// <summary>The household of a member.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Members">How many belong to it.</param>
/// <param name="Available">What all who are not blocked can spend together.</param>
public sealed record MemberHouseholdAnswer(int Id, int Members, decimal Available)
{
    internal static MemberHouseholdAnswer? Of(HouseholdDetails? household, LoyaltyProgram program) =>
        household is null ? null : new MemberHouseholdAnswer(household.Id, household.Members.Count, program.Tell(household.Available));
}
