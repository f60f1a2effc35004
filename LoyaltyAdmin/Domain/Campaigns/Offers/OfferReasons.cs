namespace LoyaltyAdmin.Domain.Campaigns.Offers;

/// <summary>What the engine says of campaigns; each is a key of the receipts' texts. In brackets: what fills its placeholders; the first is the campaign's name.</summary>
public static class OfferReasons
{
    /// <summary>Took something off (name, discount).</summary>
    public const string Discount = "Receipts.OfferDiscount";

    /// <summary>Gave points (name, points).</summary>
    public const string Points = "Receipts.OfferPoints";

    /// <summary>A good is to be handed out (name, good, count).</summary>
    public const string GiftProduct = "Receipts.OfferGiftProduct";

    /// <summary>Codes are issued (name, series, count).</summary>
    public const string Coupon = "Receipts.OfferCoupon";

    /// <summary>Gift cards are issued (name, amount, count).</summary>
    public const string GiftCard = "Receipts.OfferGiftCard";

    /// <summary>A level for a time (name, level, days).</summary>
    public const string Tier = "Receipts.OfferTier";

    /// <summary>Chances in a draw (name, draw, count).</summary>
    public const string Chances = "Receipts.OfferChances";

    /// <summary>Line: points cannot pay it (name).</summary>
    public const string ForbidsSpending = "Receipts.OfferForbidsSpending";

    /// <summary>Points may pay more (name, percent).</summary>
    public const string WidensSpending = "Receipts.OfferWidensSpending";

    /// <summary>The purchase counts towards it and is not enough yet (name).</summary>
    public const string Counted = "Receipts.OfferCounted";

    /// <summary>Its conditions do not hold (name, key of what failed).</summary>
    public const string NotMatched = "Receipts.OfferNotMatched";

    /// <summary>Only members have it (name).</summary>
    public const string NeedsMember = "Receipts.OfferNeedsMember";

    /// <summary>It was used as often as it can be by all (name, limit).</summary>
    public const string TotalLimit = "Receipts.OfferTotalLimit";

    /// <summary>The member used it as often as one can (name, limit).</summary>
    public const string MemberLimit = "Receipts.OfferMemberLimit";

    /// <summary>The member used it as often as one can in a day (name, limit).</summary>
    public const string DayLimit = "Receipts.OfferDayLimit";

    /// <summary>The member used it as often as one can in a week (name, limit).</summary>
    public const string WeekLimit = "Receipts.OfferWeekLimit";

    /// <summary>The member used it as often as one can in a month (name, limit).</summary>
    public const string MonthLimit = "Receipts.OfferMonthLimit";

    /// <summary>Its budget of points is spent (name).</summary>
    public const string PointsBudgetSpent = "Receipts.OfferPointsBudgetSpent";

    /// <summary>Its budget of money is spent (name).</summary>
    public const string MoneyBudgetSpent = "Receipts.OfferMoneyBudgetSpent";

    /// <summary>Its block of the program's budget is spent (name).</summary>
    public const string BlockSpent = "Receipts.OfferBlockSpent";

    /// <summary>An earlier campaign of its group was given (name, that one).</summary>
    public const string LostToPriority = "Receipts.OfferLostToPriority";

    /// <summary>A better campaign of its group was given (name, that one).</summary>
    public const string LostToBetter = "Receipts.OfferLostToBetter";

    /// <summary>A cheaper campaign of its group was given (name, that one).</summary>
    public const string LostToCheaper = "Receipts.OfferLostToCheaper";

    /// <summary>Another stands alone (name, that one).</summary>
    public const string Excluded = "Receipts.OfferExcluded";

    /// <summary>It stands alone and another was given before (name, that one).</summary>
    public const string NotAlone = "Receipts.OfferNotAlone";

    /// <summary>There is nothing to give it on (name).</summary>
    public const string GivesNothing = "Receipts.OfferGivesNothing";

    /// <summary>Cut to the deepest discount of a line (name, percent).</summary>
    public const string CutToLineDepth = "Receipts.OfferCutToLineDepth";

    /// <summary>Cut to the deepest discount of a receipt (name, percent).</summary>
    public const string CutToReceiptDepth = "Receipts.OfferCutToReceiptDepth";

    /// <summary>Cut to keep the margin (name, percent).</summary>
    public const string CutToFloor = "Receipts.OfferCutToFloor";

    /// <summary>Cut to its most off one receipt (name, most).</summary>
    public const string CutToReceiptCap = "Receipts.OfferCutToReceiptCap";

    /// <summary>Cut to its most points on one receipt (name, most).</summary>
    public const string CutToPointsCap = "Receipts.OfferCutToPointsCap";

    /// <summary>Cut to what is left of a budget of money (name, left).</summary>
    public const string CutToBudget = "Receipts.OfferCutToBudget";

    /// <summary>Cut to what is left of a budget of points (name, left).</summary>
    public const string CutToPointsBudget = "Receipts.OfferCutToPointsBudget";

    /// <summary>Cut by the program's caps of points (name, before, after).</summary>
    public const string CutByCaps = "Receipts.OfferCutByCaps";

    /// <summary>No campaign used a code that was brought (code).</summary>
    public const string CodeNotUsed = "Receipts.CodeNotUsed";
}
