namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Points of a time that lies a whole life back: all of them are spent, expired or taken back by now.</summary>
public static class SettledPoints
{
    /// <summary>
    /// The share that was spent: 1 − expired / (issued − reversed). Null where nothing was issued for good, or more expired
    /// than that, so that the figures are of different points.
    /// </summary>
    /// <param name="issued">Issued in the time.</param>
    /// <param name="reversed">Taken back of them by returns.</param>
    /// <param name="expired">Expired of them.</param>
    public static decimal? RedeemedShare(long issued, long reversed, long expired) =>
        issued > reversed && expired <= issued - reversed ? 1m - (expired / (decimal)(issued - reversed)) : null;

    /// <summary>
    /// The day before which all points issued have had their whole life; null where a life is not counted from earning, so
    /// that days do not tell.
    /// </summary>
    public static DateOnly? Until(ExpiryConditions expiry, DateOnly today)
    {
        if (expiry.Model != ExpiryModel.FromEarning)
        {
            return null;
        }

        var lived = expiry.Unit switch
        {
            TermUnit.Days => today.AddDays(-expiry.Term),
            TermUnit.Months => today.AddMonths(-expiry.Term),
            _ => today.AddYears(-expiry.Term),
        };
        return expiry.RoundUpTo switch
        {
            TermRounding.None => lived,
            TermRounding.EndOfMonth => lived.AddMonths(-1),
            TermRounding.EndOfQuarter => lived.AddMonths(-3),
            TermRounding.EndOfHalfYear => lived.AddMonths(-6),
            _ => lived.AddYears(-1),
        };
    }
}
