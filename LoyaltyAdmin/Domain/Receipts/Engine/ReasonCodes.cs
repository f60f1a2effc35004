using LoyaltyAdmin.Domain.Campaigns.Offers;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>The reasons that the engine gives; each is a key of the receipts' texts. In brackets: what fills its placeholders.</summary>
public static class ReasonCodes
{
    /// <summary>The member's discount by the main scheme (percent, base, discount).</summary>
    public const string MemberDiscount = "Receipts.MemberDiscount";

    /// <summary>The member's discount by a privilege (percent, base, discount, name).</summary>
    public const string DiscountOfPrivilege = "Receipts.DiscountOfPrivilege";

    /// <summary>Line: the good has no member's discount (category or SKU).</summary>
    public const string ExcludedFromDiscount = "Receipts.ExcludedFromDiscount";

    /// <summary>Line: a discounted line has no member's discount on top.</summary>
    public const string DiscountedAlready = "Receipts.DiscountedAlready";

    /// <summary>Line: a sold gift card has no discount.</summary>
    public const string GiftCardNotDiscounted = "Receipts.GiftCardNotDiscounted";

    /// <summary>The rate of accrual is that of a privilege (name).</summary>
    public const string RateOfPrivilege = "Receipts.RateOfPrivilege";

    /// <summary>Percent accrual (percent, base, points before caps, version).</summary>
    public const string Accrued = "Receipts.Accrued";

    /// <summary>Accrual by steps (points per step, step, base, points before caps, version).</summary>
    public const string AccruedBySteps = "Receipts.AccruedBySteps";

    /// <summary>The version gives no points for purchases (version).</summary>
    public const string AccrualOff = "Receipts.AccrualOff";

    /// <summary>Nothing of the receipt is of the kind that earns.</summary>
    public const string NothingEarns = "Receipts.NothingEarns";

    /// <summary>The base is below the minimum (base, minimum).</summary>
    public const string BelowMinimumBase = "Receipts.BelowMinimumBase";

    /// <summary>The base is too small for the smallest part of a point (base).</summary>
    public const string TooSmallToEarn = "Receipts.TooSmallToEarn";

    /// <summary>What points paid does not earn (money).</summary>
    public const string PaidByPointsEarnsNothing = "Receipts.PaidByPointsEarnsNothing";

    /// <summary>What a gift card paid does not earn (money).</summary>
    public const string PaidByGiftCardEarnsNothing = "Receipts.PaidByGiftCardEarnsNothing";

    /// <summary>Tax does not earn (money).</summary>
    public const string TaxEarnsNothing = "Receipts.TaxEarnsNothing";

    /// <summary>Line: the good is excluded from accrual (category or SKU).</summary>
    public const string ExcludedFromAccrual = "Receipts.ExcludedFromAccrual";

    /// <summary>Line: a sold gift card earns nothing.</summary>
    public const string GiftCardEarnsNothing = "Receipts.GiftCardEarnsNothing";

    /// <summary>Line: delivery earns nothing.</summary>
    public const string ShippingEarnsNothing = "Receipts.ShippingEarnsNothing";

    /// <summary>Line: nothing of it is left to earn on.</summary>
    public const string LineHasNoBase = "Receipts.LineHasNoBase";

    /// <summary>Line: its share of the points is below the smallest part (base).</summary>
    public const string LineTooSmallToEarn = "Receipts.LineTooSmallToEarn";

    /// <summary>Line: cut to the cap per line (cap, points before).</summary>
    public const string CutPerLine = "Receipts.CutPerLine";

    /// <summary>Cut to the cap per receipt (cap, points before).</summary>
    public const string CutPerReceipt = "Receipts.CutPerReceipt";

    /// <summary>Cut to the member's cap per day (cap, earned that day, points before).</summary>
    public const string CutPerDay = "Receipts.CutPerDay";

    /// <summary>Cut to the member's cap per month (cap, earned that month, points before).</summary>
    public const string CutPerMonth = "Receipts.CutPerMonth";

    /// <summary>Points were asked for without a member.</summary>
    public const string NoMember = "Receipts.NoMember";

    /// <summary>Too little is known of the member to let points pay.</summary>
    public const string NotIdentified = "Receipts.NotIdentified";

    /// <summary>The masked name was not confirmed by the customer whom the cashier typed.</summary>
    public const string NameNotConfirmed = "Receipts.NameNotConfirmed";

    /// <summary>The name was to be confirmed, and none is known.</summary>
    public const string NameNotKnown = "Receipts.NameNotKnown";

    /// <summary>The price of entry is not paid yet, so the purchase is as anybody's.</summary>
    public const string NotYetIn = "Receipts.NotYetIn";

    /// <summary>The version does not let points pay.</summary>
    public const string RedemptionOff = "Receipts.RedemptionOff";

    /// <summary>No line can be paid by points.</summary>
    public const string NothingRedeemable = "Receipts.NothingRedeemable";

    /// <summary>As many as the member has (points).</summary>
    public const string CappedByBalance = "Receipts.CappedByBalance";

    /// <summary>The largest share (percent, base, points).</summary>
    public const string CappedByShare = "Receipts.CappedByShare";

    /// <summary>The part that must be paid in money (money, points).</summary>
    public const string CappedByMoneyPart = "Receipts.CappedByMoneyPart";

    /// <summary>What the gift card already pays (money, points).</summary>
    public const string CappedByGiftCard = "Receipts.CappedByGiftCard";

    /// <summary>The cap per receipt (points).</summary>
    public const string CappedPerReceipt = "Receipts.CappedPerReceipt";

    /// <summary>What a till without connection may let a receipt spend (points).</summary>
    public const string CappedOffline = "Receipts.CappedOffline";

    /// <summary>The lowest price that must be left of each unit (money, points).</summary>
    public const string CappedByUnitPrice = "Receipts.CappedByUnitPrice";

    /// <summary>Rounded down to the step of redemption (step, points).</summary>
    public const string RoundedToStep = "Receipts.RoundedToStep";

    /// <summary>Fewer points pay the same sum (points, money).</summary>
    public const string RoundedToMoney = "Receipts.RoundedToMoney";

    /// <summary>Fewer than the minimum, so none (minimum, points that would be possible).</summary>
    public const string BelowMinimumPoints = "Receipts.BelowMinimumPoints";

    /// <summary>Line: points cannot pay this good (category or SKU).</summary>
    public const string ExcludedFromRedemption = "Receipts.ExcludedFromRedemption";

    /// <summary>Line: points cannot pay a discounted line.</summary>
    public const string DiscountedNotRedeemable = "Receipts.DiscountedNotRedeemable";

    /// <summary>What gift cards were to pay and are not able to any more (asked, taken).</summary>
    public const string GiftCardShortfall = "Receipts.GiftCardShortfall";

    /// <summary>Line: points cannot pay a gift card.</summary>
    public const string GiftCardNotRedeemable = "Receipts.GiftCardNotRedeemable";

    /// <summary>The receipt was confirmed after the time of its hold: what the balance still allowed was taken.</summary>
    public const string HoldLate = "Receipts.HoldLate";

    /// <summary>Fewer points paid than the hold had promised (promised, paid).</summary>
    public const string HoldShortfall = "Receipts.HoldShortfall";

    /// <summary>The terms agreed with a partner hold (name).</summary>
    public const string AtPartner = "Receipts.AtPartner";

    /// <summary>The partner is paused: nothing is earned or spent there (name).</summary>
    public const string PartnerPaused = "Receipts.PartnerPaused";

    /// <summary>Nothing was agreed with the partner for that time (name).</summary>
    public const string PartnerWithoutTerms = "Receipts.PartnerWithoutTerms";

    private static readonly HashSet<string> Redemption = new(StringComparer.Ordinal)
    {
        NoMember, NotIdentified, NameNotConfirmed, NameNotKnown, RedemptionOff, NothingRedeemable, CappedByBalance, CappedByShare, CappedByMoneyPart, CappedByGiftCard, CappedPerReceipt,
        CappedOffline, CappedByUnitPrice, RoundedToStep, RoundedToMoney, BelowMinimumPoints, ExcludedFromRedemption, DiscountedNotRedeemable,
        GiftCardNotRedeemable, OfferReasons.ForbidsSpending, OfferReasons.WidensSpending,
    };

    /// <summary>Whether a code says why fewer points pay than were asked for.</summary>
    public static bool IsAboutRedemption(string code) => Redemption.Contains(code);
}
