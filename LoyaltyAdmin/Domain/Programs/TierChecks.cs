using LoyaltyAdmin.Domain.Tiers;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Judges the members' discount and the ladder of levels.</summary>
internal static class TierChecks
{
    private const int MostLevels = 20;
    private const int LongestName = 40;
    private const int LongestPrivileges = 1000;
    private const int MostGraceDays = 366;

    public static void Check(ProgramConditions conditions, Findings findings)
    {
        Percent(conditions.Discount.Percent, "Discount.Percent", findings);
        findings.Goods(conditions.Discount.Excluded, "Discount.Excluded");
        if (conditions.Tiers.Enabled)
        {
            CheckRules(conditions.Tiers, findings);
            CheckLevels(conditions, findings);
        }
    }

    /// <summary>Path of a setting of a level.</summary>
    public static string Field(int place, string setting) => $"Tiers.Ladder.{place}.{setting}";

    private static void CheckRules(TierConditions tiers, Findings findings)
    {
        findings.Choice(tiers.Metric, "Tiers.Metric");
        findings.Choice(tiers.Window, "Tiers.Window");
        findings.Choice(tiers.Stay, "Tiers.Stay");
        findings.Choice(tiers.Landing, "Tiers.Landing");
        findings.Choice(tiers.OfReceipt, "Tiers.OfReceipt");
        findings.Choice(tiers.OnChange, "Tiers.OnChange");
        findings.Range(tiers.GraceDays, 0, MostGraceDays, "Tiers.GraceDays", ProgramCodes.GraceDaysRange);
        findings.AddIf(tiers.Ladder.Levels.Count is < 2 or > MostLevels, "Tiers.Ladder", ProgramCodes.LevelsCount, 2, MostLevels);
    }

    private static void CheckLevels(ProgramConditions conditions, Findings findings)
    {
        var levels = conditions.Tiers.Ladder.Levels;
        for (var i = 0; i < levels.Count; i++)
        {
            var (level, name) = (levels[i], Field(i, "Name"));
            findings.AddIf(string.IsNullOrWhiteSpace(level.Name), name, ProgramCodes.LevelNameMissing);
            findings.AddIf(level.Name.Length > LongestName, name, ProgramCodes.LevelTextTooLong, LongestName);
            findings.AddIf(level.Privileges.Length > LongestPrivileges, Field(i, "Privileges"), ProgramCodes.LevelTextTooLong, LongestPrivileges);
            findings.AddIf(levels.Take(i).Any(l => Same(l, level)), name, ProgramCodes.LevelNameTwice, level.Name);
            CheckThreshold(conditions.Tiers, i, findings);
            CheckRates(conditions, level, i, findings);
        }
    }

    private static void CheckThreshold(TierConditions tiers, int place, Findings findings)
    {
        var (field, threshold) = (Field(place, "Threshold"), tiers.Ladder.Levels[place].Threshold);
        if (place == 0)
        {
            findings.AddIf(threshold != 0, field, ProgramCodes.LowestLevelNotZero);
            return;
        }

        var below = tiers.Ladder.Levels[place - 1].Threshold;
        findings.AddIf(threshold <= below, field, ProgramCodes.ThresholdNotRising, below);
        switch (tiers.Metric)
        {
            case TierMetric.Visits:
                findings.AddIf(Findings.Finer(threshold, 0), field, ProgramCodes.PointsTooFine, 0);
                break;
            case TierMetric.PointsEarned:
                findings.Fineness(threshold, field);
                break;
            case TierMetric.Spend:
                findings.AddIf(Findings.Finer(threshold, 2), field, ProgramCodes.PointsTooFine, 2);
                break;
        }
    }

    private static void CheckRates(ProgramConditions conditions, TierLevel level, int place, Findings findings)
    {
        var rate = Field(place, "AccrualRate");
        if (conditions.Accrual.Mode == AccrualMode.Percent)
        {
            Percent(level.AccrualRate, rate, findings);
        }
        else
        {
            findings.AddIf(level.AccrualRate < 0, rate, ProgramCodes.MinimumNegative);
            findings.Fineness(level.AccrualRate, rate);
        }

        Percent(level.DiscountPercent, Field(place, "DiscountPercent"), findings);
        Percent(level.MaximumSharePercent, Field(place, "MaximumSharePercent"), findings);
    }

    private static void Percent(decimal? percent, string field, Findings findings)
    {
        findings.AddIf(percent is < 0 or > 100, field, ProgramCodes.ShareRange, 100);
        findings.PercentFineness(percent ?? 0, field);
    }

    private static bool Same(TierLevel a, TierLevel b) => a.Key == b.Key || string.Equals(a.Name.Trim(), b.Name.Trim(), StringComparison.OrdinalIgnoreCase);
}
