namespace LoyaltyAdmin.Domain.Subscriptions;

/// <summary>A plan that members can subscribe to. Its terms change over time; each holds from an instant on.</summary>
public sealed class SubscriptionPlan
{
    public const int LongestName = 60;

    public int Id { get; init; }

    /// <summary>Names the plan to tills and shops; never changes.</summary>
    public required string Key { get; init; }

    /// <summary>As customers know it.</summary>
    public required string Name { get; set; }

    /// <summary>Whether it can be started now. Who has it keeps it either way.</summary>
    public bool IsSold { get; set; } = true;

    public required DateTime CreatedAt { get; init; }

    /// <summary>Counts its changes, so that of two at once one is told.</summary>
    public int Version { get; set; }

    /// <summary>In the order of their time.</summary>
    public List<PlanVersion> Versions { get; init; } = [];

    /// <summary>The terms in force at an instant; before the first ones these.</summary>
    public PlanVersion At(DateTime at) => Versions.Where(v => v.From <= at).MaxBy(v => v.Number) ?? Versions.MinBy(v => v.Number)!;

    /// <summary>Each version with the time in which it holds; the first one from the beginning of time.</summary>
    public IEnumerable<(DateTime From, DateTime Until, PlanTerms Terms)> Periods()
    {
        var ordered = Versions.OrderBy(v => v.Number).ToList();
        for (var i = 0; i < ordered.Count; i++)
        {
            yield return (
                i == 0 ? Values.ProgramCalendar.BeginningOfTime : ordered[i].From,
                i + 1 < ordered.Count ? ordered[i + 1].From : Values.ProgramCalendar.Never,
                ordered[i].Terms);
        }
    }
}

/// <summary>Terms of a plan, for good: a receipt and a payment are judged by those in force at their own time.</summary>
public sealed class PlanVersion
{
    public int PlanId { get; init; }

    /// <summary>1, 2, 3 … within the plan.</summary>
    public required int Number { get; init; }

    public required DateTime From { get; init; }

    public required PlanTerms Terms { get; init; }

    /// <summary>Who made them.</summary>
    public required string Author { get; init; }
}
