using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>Says the ladder of levels in plain sentences.</summary>
internal static class LadderWords
{
    public static IEnumerable<string> Describe(ProgramConditions conditions, Wording say)
    {
        var tiers = conditions.Tiers;
        if (!tiers.Enabled)
        {
            yield return say["Say.Tiers.None"];
            yield break;
        }

        for (var i = 0; i < tiers.Ladder.Levels.Count; i++)
        {
            yield return Level(conditions, i, say);
        }

        yield return Rule(tiers, say);
        if (tiers.GraceDays > 0)
        {
            yield return say["Say.Tiers.Grace", say.Count(tiers.GraceDays, "Days")];
        }

        if (tiers.Metric == TierMetric.PointsEarned && !tiers.CountPending)
        {
            yield return say["Say.Tiers.OnlyActive"];
        }

        yield return say["Say.Tiers.OfReceipt", say.Choice(tiers.OfReceipt)];
        if (tiers.LowerOnReturn)
        {
            yield return say["Say.Tiers.LowerOnReturn"];
        }
    }

    /// <summary>How members rise and how long a level is kept; over a lifetime it is kept for good.</summary>
    public static string Rule(TierConditions tiers, Wording say) => tiers.Window == TierWindow.Lifetime
        ? say["Say.Tiers.RuleForGood", say.Choice(tiers.Metric)]
        : say["Say.Tiers.Rule", say.Choice(tiers.Metric), say.Choice(tiers.Window), say.Choice(tiers.Stay), say.Choice(tiers.Landing)];

    /// <summary>One level in one sentence.</summary>
    public static string Level(ProgramConditions conditions, int place, Wording say)
    {
        var level = conditions.Tiers.Ladder.Levels[place];
        var gives = string.Join(", ", Gives(conditions, level, say).DefaultIfEmpty(say["Say.Tiers.AsMain"]));
        return place == 0
            ? say["Say.Tiers.First", level.Name, gives]
            : say["Say.Tiers.Level", level.Name, Threshold(conditions.Tiers.Metric, level.Threshold, say), gives];
    }

    /// <summary>A threshold with its unit.</summary>
    public static string Threshold(TierMetric metric, decimal threshold, Wording say) => metric switch
    {
        TierMetric.Spend => say.Money(threshold),
        TierMetric.PointsEarned => say.Points(threshold),
        _ => say["Say.Tiers.Visits", Wording.Plain(threshold)],
    };

    private static IEnumerable<string> Gives(ProgramConditions conditions, TierLevel level, Wording say)
    {
        if (level.AccrualRate is { } rate)
        {
            yield return conditions.Accrual.Mode == AccrualMode.Percent
                ? say["Say.Tiers.Rate", Wording.Percent(rate)]
                : say["Say.Tiers.RateSteps", say.Points(rate), say.Money(conditions.Accrual.StepAmount)];
        }

        if (level.DiscountPercent is { } discount)
        {
            yield return say["Say.Tiers.Discount", Wording.Percent(discount)];
        }

        if (level.MaximumSharePercent is { } share)
        {
            yield return say["Say.Tiers.Share", Wording.Percent(share)];
        }

        if (level.Privileges.Trim() is { Length: > 0 } privileges)
        {
            yield return privileges;
        }
    }
}
