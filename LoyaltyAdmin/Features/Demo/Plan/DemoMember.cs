using LoyaltyAdmin.Features.Members;

namespace LoyaltyAdmin.Features.Demo.Plan;

/// <summary>Somebody who joins the demo shop.</summary>
internal sealed record DemoMember(int Number, MemberRegistration Registration, DateOnly JoinedOn, TimeSpan JoinedAt, DemoHabit Habit)
{
    public string ExternalId => Registration.Profile.ExternalId!;
}
