namespace LoyaltyAdmin.Domain.Campaigns.Conditions;

/// <summary>At certain hours of the day, local time.</summary>
public sealed record HoursCondition : Condition
{
    public TimeOnly From { get; init; } = new(9, 0);

    /// <summary>Exclusive. Not later than <see cref="From"/> it is of the next day.</summary>
    public TimeOnly Until { get; init; } = new(12, 0);
}

/// <summary>Whether the purchase is made within the hours; they may pass midnight.</summary>
public sealed class Hours() : ConditionMechanic<HoursCondition>("hours")
{
    protected override ConditionTest Prepare(HoursCondition settings)
    {
        var (from, until) = (settings.From, settings.Until);
        return (purchase, _) =>
        {
            var time = TimeOnly.FromDateTime(purchase.Local);
            return Match.If(from < until ? time >= from && time < until : time >= from || time < until);
        };
    }
}
