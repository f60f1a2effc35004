namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Judges how people join.</summary>
internal static class JoiningChecks
{
    public static void Check(JoiningConditions joining, Findings findings)
    {
        findings.Choice(joining.Price, "Joining.Price");
        findings.Choice(joining.ToSpend, "Joining.ToSpend");
        findings.Choice(joining.ConfirmSpending, "Joining.ConfirmSpending");
        findings.AddIf(
            joining.HouseholdLimit is < 0 or 1 or > JoiningConditions.MostInHousehold, "Joining.HouseholdLimit", ProgramCodes.HouseholdLimitRange, 2, JoiningConditions.MostInHousehold);
        findings.AddIf(joining is { Price: EntryPrice.Receipt, LeastReceipt.Minor: <= 0 }, "Joining.LeastReceipt", ProgramCodes.AccrualStepZero);
        findings.AddIf(joining.WelcomePoints < 0, "Joining.WelcomePoints", ProgramCodes.MinimumNegative);
        findings.Fineness(joining.WelcomePoints, "Joining.WelcomePoints");
    }

    /// <summary>What is allowed and odd.</summary>
    public static void Warn(ProgramConditions conditions, Findings findings)
    {
        var joining = conditions.Joining;
        findings.AddIf(
            joining.WelcomePoints > 0 && joining is { Price: EntryPrice.Free, ToSpend: SpendingNeeds.Nothing },
            "Joining.WelcomePoints",
            ProgramCodes.WelcomeForAnybody);
    }
}
