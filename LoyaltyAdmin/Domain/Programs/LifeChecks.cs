namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Judges the life of points: activation, expiry, and what returns do to it.</summary>
internal static class LifeChecks
{
    private const int MostDays = 3650;

    public static void Check(ProgramConditions conditions, Findings findings)
    {
        var (activation, expiry, returns) = (conditions.Activation, conditions.Expiry, conditions.Returns);
        findings.Choice(activation.Mode, "Activation.Mode");
        if (activation.Mode == ActivationMode.AfterDays)
        {
            findings.Range(activation.Days, 1, MostDays, "Activation.Days", ProgramCodes.ActivationDaysRange);
        }

        findings.Choice(expiry.Model, "Expiry.Model");
        if (expiry.Model != ExpiryModel.Never)
        {
            CheckTerm(expiry, findings);
        }

        CheckOrder(activation, expiry, findings);
        findings.Choice(returns.Deficit, "Returns.Deficit");
        findings.Choice(returns.RestoreExpired, "Returns.RestoreExpired");
        if (returns.RestoreExpired == RestoreExpiredPolicy.Grace)
        {
            findings.Range(returns.GraceDays, 1, MostDays, "Returns.GraceDays", ProgramCodes.GraceDaysRange);
        }
    }

    /// <summary>The fewest days that a term can be.</summary>
    public static int FewestDays(ExpiryConditions expiry) => expiry.Unit switch
    {
        TermUnit.Days => expiry.Term,
        TermUnit.Months => (expiry.Term / 12 * 365) + (expiry.Term % 12 * 28),
        _ => expiry.Term * 365,
    };

    /// <summary>Whether the term is the life of points, and not only the least of it.</summary>
    public static bool LivesItsTerm(ExpiryConditions expiry) =>
        expiry.Model is ExpiryModel.FromEarning or ExpiryModel.FromLastActivity;

    private static void CheckTerm(ExpiryConditions expiry, Findings findings)
    {
        findings.Choice(expiry.Unit, "Expiry.Unit");
        findings.Choice(expiry.RoundUpTo, "Expiry.RoundUpTo");
        var most = expiry.Unit switch
        {
            TermUnit.Days => 36500,
            TermUnit.Months => 1200,
            _ => 100,
        };
        findings.Range(expiry.Term, LivesItsTerm(expiry) ? 1 : 0, most, "Expiry.Term", ProgramCodes.TermRange);
        if (expiry.Model == ExpiryModel.CalendarDay)
        {
            findings.Range(expiry.CalendarMonth, 1, 12, "Expiry.CalendarMonth", ProgramCodes.CalendarMonthRange);
            findings.Range(expiry.CalendarDayOfMonth, 1, 31, "Expiry.CalendarDayOfMonth", ProgramCodes.CalendarDayRange);
        }
    }

    private static void CheckOrder(ActivationConditions activation, ExpiryConditions expiry, Findings findings)
    {
        var wait = activation.Mode switch
        {
            ActivationMode.AfterDays => activation.Days,
            ActivationMode.EndOfDay => 1,
            ActivationMode.EndOfWeek => 7,
            ActivationMode.EndOfMonth => 31,
            _ => 0,
        };
        if (LivesItsTerm(expiry) && expiry.Term is >= 1 and <= 36500 && wait > FewestDays(expiry))
        {
            findings.Add("Expiry.Term", ProgramCodes.ExpiryBeforeActivation, wait, FewestDays(expiry));
        }
    }
}
