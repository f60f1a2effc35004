namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>Within some days, local time.</summary>
public sealed record DateRangeCondition : Condition
{
    public DateOnly From { get; init; }

    /// <summary>Exclusive.</summary>
    public DateOnly Until { get; init; }

    /// <summary>Whether the year does not matter; the days may then pass the end of the year.</summary>
    public bool EveryYear { get; init; }
}

/// <summary>Whether the purchase is made on one of the days.</summary>
public sealed class DateRange() : ConditionMechanic<DateRangeCondition>("date-range")
{
    protected override ConditionTest Prepare(DateRangeCondition settings)
    {
        if (!settings.EveryYear)
        {
            return (purchase, _) => Match.If(purchase.Day >= settings.From && purchase.Day < settings.Until);
        }

        var (from, until) = (InYear(settings.From), InYear(settings.Until));
        return (purchase, _) =>
        {
            var day = InYear(purchase.Day);
            return Match.If(from < until ? day >= from && day < until : day >= from || day < until);
        };
    }

    private static int InYear(DateOnly day) => (day.Month * 100) + day.Day;
}
