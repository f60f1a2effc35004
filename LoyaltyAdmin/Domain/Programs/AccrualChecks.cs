namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Judges the conditions of accrual.</summary>
internal static class AccrualChecks
{
    private const decimal MostStepPoints = 1_000_000m;

    public static void Check(AccrualConditions accrual, Findings findings)
    {
        findings.Choice(accrual.Mode, "Accrual.Mode");
        findings.Choice(accrual.Rounding, "Accrual.Rounding");
        if (accrual.Mode == AccrualMode.Percent)
        {
            const string field = "Accrual.Percent";
            findings.AddIf(accrual.Percent is < 0 or > 100, field, ProgramCodes.AccrualPercentRange, 0, 100);
            findings.PercentFineness(accrual.Percent, field);
        }
        else
        {
            const string field = "Accrual.StepPoints";
            findings.AddIf(accrual.StepAmount.IsZero, "Accrual.StepAmount", ProgramCodes.AccrualStepZero);
            findings.AddIf(
                accrual.StepPoints is <= 0 or > MostStepPoints, field, ProgramCodes.StepPointsRange, MostStepPoints);
            findings.Fineness(accrual.StepPoints, field);
        }

        findings.Goods(accrual.Excluded, "Accrual.Excluded");
        findings.Cap(accrual.CapPerLine, "Accrual.CapPerLine");
        findings.Cap(accrual.CapPerReceipt, "Accrual.CapPerReceipt");
        findings.Cap(accrual.CapPerMemberPerDay, "Accrual.CapPerMemberPerDay");
        findings.Cap(accrual.CapPerMemberPerMonth, "Accrual.CapPerMemberPerMonth");
    }
}
