using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>A member for so many days.</summary>
public sealed record MemberForCondition : Condition
{
    public DaysBound Bound { get; init; }

    [Range(0, 100_000)]
    public int Days { get; init; } = 30;
}

/// <summary>Whether the member joined so many local days ago.</summary>
public sealed class MemberFor() : ConditionMechanic<MemberForCondition>("member-for")
{
    protected override ConditionTest Prepare(MemberForCondition settings) => (purchase, _) =>
    {
        if (purchase.Member is not { } member)
        {
            return Match.No;
        }

        var days = purchase.Day.DayNumber - member.JoinedOn.DayNumber;
        return Match.If(settings.Bound == DaysBound.AtLeast ? days >= settings.Days : days <= settings.Days);
    };
}
