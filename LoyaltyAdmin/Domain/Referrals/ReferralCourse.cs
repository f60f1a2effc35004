using LoyaltyAdmin.Domain.Programs;

namespace LoyaltyAdmin.Domain.Referrals;

/// <summary>The way of a referral (R17): joined, bought, waiting until goods can no longer come back, rewarded. Judged anew from the receipts each time.</summary>
public static class ReferralCourse
{
    /// <summary>Where a referral that is not decided stands on a day.</summary>
    /// <param name="terms">The terms that were promised.</param>
    /// <param name="waitDays">Days from the purchase to the reward.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="today">The program's day.</param>
    public static ReferralStep Judge(ReferralConditions terms, int waitDays, ReferralFacts facts, DateOnly today)
    {
        if (facts.IsSamePerson)
        {
            return Refuse(ReferralRefusal.OwnCode);
        }

        if (facts.ReferredBefore)
        {
            return Refuse(ReferralRefusal.AlreadyReferred);
        }

        if (facts.BoughtBefore)
        {
            return Refuse(ReferralRefusal.AlreadyBuyer);
        }

        var inTime = facts.Purchases.Where(p => p.Paid.Minor > 0 && p.Day <= facts.BuyBy).OrderBy(p => p.At).ThenBy(p => p.ReceiptId).ToList();
        var least = Math.Max(1, terms.MinimumPurchase.Minor);
        if (inTime.Find(p => p.Kept >= least) is not { } purchase)
        {
            return today <= facts.BuyBy ? new ReferralStep(ReferralState.Joined)
                : Refuse(inTime.Exists(p => p.Paid.Minor >= least) ? ReferralRefusal.Returned : ReferralRefusal.TooLate);
        }

        var due = purchase.Day.AddDays(waitDays);
        return today < due ? new ReferralStep(ReferralState.Waiting, null, purchase, due)
            : facts.Shared is { } shared ? new ReferralStep(ReferralState.Refused, shared, purchase, due)
            : facts.IsBlocked ? new ReferralStep(ReferralState.Refused, ReferralRefusal.Blocked, purchase, due)
            : new ReferralStep(ReferralState.Rewarded, null, purchase, due);
    }

    /// <summary>Who of the two gets points for a reward that is due: a cap is for whoever brings, the friend has done their part.</summary>
    /// <param name="terms">The terms that were promised.</param>
    /// <param name="thisMonth">For how many friends of this month the member was rewarded before.</param>
    /// <param name="inAll">For how many in all.</param>
    public static (decimal Referrer, decimal Friend, ReferralRefusal? Refusal) Share(ReferralConditions terms, int thisMonth, int inAll)
    {
        ReferralRefusal? capped = inAll >= terms.CapInAll ? ReferralRefusal.TotalCap : thisMonth >= terms.CapPerMonth ? ReferralRefusal.MonthCap : null;
        return (capped is null ? terms.ReferrerPoints : 0, terms.FriendPoints, capped);
    }

    /// <summary>Whether a code may be used by a member at all; null where it may.</summary>
    public static ReferralRefusal? JudgeEntry(bool isOwn, bool hasBought, bool referredBefore, bool isBlocked, ReferralRefusal? shared) =>
        isOwn ? ReferralRefusal.OwnCode
        : referredBefore ? ReferralRefusal.AlreadyReferred
        : hasBought ? ReferralRefusal.AlreadyBuyer
        : isBlocked ? ReferralRefusal.Blocked
        : shared;

    private static ReferralStep Refuse(ReferralRefusal refusal) => new(ReferralState.Refused, refusal);
}
