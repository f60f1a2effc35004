using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What keeps conditions from being published. Settings that the chosen modes do not use are not judged.</summary>
public static class ConditionsValidation
{
    /// <summary>All that is wrong, each with the dotted path of its setting as the field; empty when they can be published.</summary>
    /// <param name="conditions">The conditions to judge.</param>
    /// <param name="pointDecimals">Decimals of the program's points, 0 to 2.</param>
    public static IReadOnlyList<Rejection> Check(ProgramConditions conditions, int pointDecimals)
    {
        var findings = new Findings(pointDecimals);
        AccrualChecks.Check(conditions.Accrual, findings);
        RedemptionChecks.Check(conditions.Redemption, findings);
        LifeChecks.Check(conditions, findings);
        TierChecks.Check(conditions, findings);
        JoiningChecks.Check(conditions.Joining, findings);
        ReferralChecks.Check(conditions.Referral, findings);
        CheckProgram(conditions, findings);
        return findings.All;
    }

    private static void CheckProgram(ProgramConditions conditions, Findings findings)
    {
        CheckWord(conditions.Unit.English, "Unit.English", findings);
        CheckWord(conditions.Unit.Russian, "Unit.Russian", findings);
        findings.AddIf(conditions.Unit.Decimals is < 0 or > 2, "Unit.Decimals", ProgramCodes.PointDecimalsRange, 2);
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(conditions.TimeZone, out var zone) || !zone.HasIanaId)
        {
            findings.Add("TimeZone", ProgramCodes.UnknownTimeZone, conditions.TimeZone);
        }

        if (!Iso4217.Has(conditions.Currency))
        {
            findings.Add("Currency", ProgramCodes.UnknownCurrency, conditions.Currency);
        }
        else if (Iso4217.IsInThousandths(conditions.Currency))
        {
            findings.Add("Currency", ProgramCodes.CurrencyTooFine, conditions.Currency);
        }
    }

    private static void CheckWord(CountedWord word, string field, Findings findings)
    {
        findings.AddIf(string.IsNullOrWhiteSpace(word.One), field + ".One", ProgramCodes.UnitWordMissing);
        findings.AddIf(string.IsNullOrWhiteSpace(word.Few), field + ".Few", ProgramCodes.UnitWordMissing);
        findings.AddIf(string.IsNullOrWhiteSpace(word.Many), field + ".Many", ProgramCodes.UnitWordMissing);
    }
}
