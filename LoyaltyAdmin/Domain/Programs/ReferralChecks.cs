namespace LoyaltyAdmin.Domain.Programs;

/// <summary>Judges the terms of bringing friends.</summary>
internal static class ReferralChecks
{
    public const int MostDays = 365;
    private const int LongestLink = 500;

    public static void Check(ReferralConditions referral, Findings findings)
    {
        if (!referral.Enabled)
        {
            return;
        }

        findings.AddIf(referral.ReferrerPoints < 0, "Referral.ReferrerPoints", ProgramCodes.MinimumNegative);
        findings.Fineness(referral.ReferrerPoints, "Referral.ReferrerPoints");
        findings.AddIf(referral.FriendPoints < 0, "Referral.FriendPoints", ProgramCodes.MinimumNegative);
        findings.Fineness(referral.FriendPoints, "Referral.FriendPoints");
        findings.AddIf(referral.MinimumPurchase.Minor < 0, "Referral.MinimumPurchase", ProgramCodes.MinimumNegative);
        findings.AddIf(referral is { ReferrerPoints: 0, FriendPoints: 0 }, "Referral.ReferrerPoints", ProgramCodes.NobodyRewarded);
        findings.Range(referral.DaysToWait ?? 0, 0, MostDays, "Referral.DaysToWait", ProgramCodes.ReferralDaysRange);
        findings.Range(referral.DaysToBuy ?? 1, 1, MostDays, "Referral.DaysToBuy", ProgramCodes.ReferralDaysRange);
        findings.AddIf(referral.CapPerMonth <= 0, "Referral.CapPerMonth", ProgramCodes.CapNotPositive);
        findings.AddIf(referral.CapInAll <= 0, "Referral.CapInAll", ProgramCodes.CapNotPositive);
        CheckLink(referral.Link.Trim(), findings);
    }

    /// <summary>What is allowed and odd.</summary>
    public static void Warn(ProgramConditions conditions, Findings findings)
    {
        var referral = conditions.Referral;
        if (!referral.Enabled)
        {
            return;
        }

        var cost = (referral.ReferrerPoints + referral.FriendPoints) * conditions.Redemption.PointValue;
        findings.AddIf(
            cost > referral.MinimumPurchase.Amount, "Referral.MinimumPurchase", ProgramCodes.RewardsAbovePurchase, decimal.Round(cost, 2), referral.MinimumPurchase.Amount);
        findings.AddIf(
            referral.DaysToWait == 0 && conditions.Activation.Mode != ActivationMode.Immediately, "Referral.DaysToWait", ProgramCodes.RewardBeforeReturns);
        if (referral.CapPerMonth > referral.CapInAll)
        {
            findings.Add("Referral.CapPerMonth", ProgramCodes.IdleCap, referral.CapPerMonth.Value, referral.CapInAll.Value);
        }
    }

    private static void CheckLink(string link, Findings findings)
    {
        if (link.Length == 0)
        {
            return;
        }

        var isAddress = Uri.TryCreate(link.Replace(ReferralConditions.CodeInLink, "CODE", StringComparison.Ordinal), UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
        findings.AddIf(
            !isAddress || link.Length > LongestLink || !link.Contains(ReferralConditions.CodeInLink, StringComparison.Ordinal),
            "Referral.Link",
            ProgramCodes.ReferralLinkInvalid,
            ReferralConditions.CodeInLink);
    }
}
