using System.ComponentModel.DataAnnotations;

namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>On certain days of the week.</summary>
public sealed record WeekdaysCondition : Condition
{
    [MinLength(1)]
    public IReadOnlyList<DayOfWeek> Days { get; init; } = [];
}

/// <summary>Whether the purchase is made on one of the days.</summary>
public sealed class Weekdays() : ConditionMechanic<WeekdaysCondition>("weekdays")
{
    protected override ConditionTest Prepare(WeekdaysCondition settings)
    {
        var days = settings.Days.Aggregate(0, (bits, day) => bits | (1 << (int)day));
        return (purchase, _) => Match.If((days & (1 << (int)purchase.Local.DayOfWeek)) != 0);
    }

    protected override Requirement Require(WeekdaysCondition settings) => new(Weekdays: settings.Days);
}
