namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Judges the conditions of redemption. The value of a point counts even where points cannot pay: it prices the liability.</summary>
internal static class RedemptionChecks
{
    private const decimal MostPointValue = 1_000_000m;
    private const int PointValueDecimals = 6;

    public static void Check(RedemptionConditions redemption, Findings findings)
    {
        const string value = "Redemption.PointValue";
        findings.AddIf(
            redemption.PointValue is <= 0 or > MostPointValue, value, ProgramCodes.PointValueRange, MostPointValue);
        findings.AddIf(
            Findings.Finer(redemption.PointValue, PointValueDecimals), value, ProgramCodes.PointValueTooFine, PointValueDecimals);
        if (!redemption.Allowed)
        {
            return;
        }

        findings.Choice(redemption.CapBase, "Redemption.CapBase");
        CheckShare(redemption.MaximumSharePercent, findings);
        CheckPoints(redemption, findings);
        findings.Goods(redemption.Excluded, "Redemption.Excluded");
    }

    private static void CheckShare(decimal share, Findings findings)
    {
        const string field = "Redemption.MaximumSharePercent";
        findings.AddIf(share == 0, field, ProgramCodes.ShareZero);
        findings.AddIf(share is < 0 or > 100, field, ProgramCodes.ShareRange, 100);
        findings.PercentFineness(share, field);
    }

    private static void CheckPoints(RedemptionConditions redemption, Findings findings)
    {
        const string most = "Redemption.MaximumPointsPerReceipt";
        findings.AddIf(redemption.MinimumPoints < 0, "Redemption.MinimumPoints", ProgramCodes.MinimumNegative);
        findings.Fineness(redemption.MinimumPoints, "Redemption.MinimumPoints");
        findings.AddIf(redemption.Step < 0, "Redemption.Step", ProgramCodes.StepNegative);
        findings.Fineness(redemption.Step, "Redemption.Step");
        findings.AddIf(redemption.OfflinePointsPerReceipt < 0, "Redemption.OfflinePointsPerReceipt", ProgramCodes.MinimumNegative);
        findings.Fineness(redemption.OfflinePointsPerReceipt, "Redemption.OfflinePointsPerReceipt");
        findings.Cap(redemption.MaximumPointsPerReceipt, most);
        if (redemption.MaximumPointsPerReceipt is not > 0)
        {
            return;
        }

        var maximum = redemption.MaximumPointsPerReceipt.Value;
        if (maximum < redemption.MinimumPoints)
        {
            findings.Add(most, ProgramCodes.MaximumBelowMinimum, maximum, redemption.MinimumPoints);
        }
        else if (maximum < redemption.Step)
        {
            findings.Add(most, ProgramCodes.MaximumBelowStep, maximum, redemption.Step);
        }
    }
}
