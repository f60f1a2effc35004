namespace LoyaltyAdmin.Domain.Programs;

/// <summary>What can be wrong or odd with conditions; each is a key of the programs' texts. In brackets: what fills its placeholders.</summary>
public static class ProgramCodes
{
    /// <summary>Share of the base that is earned (least, most).</summary>
    public const string AccrualPercentRange = "Programs.AccrualPercentRange";

    /// <summary>The limit of a household (least beside zero, most).</summary>
    public const string HouseholdLimitRange = "Programs.HouseholdLimitRange";

    /// <summary>A percentage is too fine (decimals allowed).</summary>
    public const string PercentTooFine = "Programs.PercentTooFine";

    /// <summary>The step of accrual must be a sum.</summary>
    public const string AccrualStepZero = "Programs.AccrualStepZero";

    /// <summary>Points per step must be more than none (most).</summary>
    public const string StepPointsRange = "Programs.StepPointsRange";

    /// <summary>An amount of points is finer than the program's points (decimals allowed).</summary>
    public const string PointsTooFine = "Programs.PointsTooFine";

    /// <summary>A cap of zero or less.</summary>
    public const string CapNotPositive = "Programs.CapNotPositive";

    /// <summary>Days until activation (least, most).</summary>
    public const string ActivationDaysRange = "Programs.ActivationDaysRange";

    /// <summary>Value of a point (most).</summary>
    public const string PointValueRange = "Programs.PointValueRange";

    /// <summary>The value of a point is too fine (decimals allowed).</summary>
    public const string PointValueTooFine = "Programs.PointValueTooFine";

    /// <summary>Points may pay, but none of the sum.</summary>
    public const string ShareZero = "Programs.ShareZero";

    /// <summary>The largest share (most).</summary>
    public const string ShareRange = "Programs.ShareRange";

    /// <summary>A least number of points below zero.</summary>
    public const string MinimumNegative = "Programs.MinimumNegative";

    /// <summary>A step of redemption below zero.</summary>
    public const string StepNegative = "Programs.StepNegative";

    /// <summary>The most points of a receipt are fewer than the fewest (most, fewest).</summary>
    public const string MaximumBelowMinimum = "Programs.MaximumBelowMinimum";

    /// <summary>The most points of a receipt are fewer than one step (most, step).</summary>
    public const string MaximumBelowStep = "Programs.MaximumBelowStep";

    /// <summary>Term of life (least, most).</summary>
    public const string TermRange = "Programs.TermRange";

    /// <summary>Month of the day of expiry.</summary>
    public const string CalendarMonthRange = "Programs.CalendarMonthRange";

    /// <summary>Day of the month of the day of expiry.</summary>
    public const string CalendarDayRange = "Programs.CalendarDayRange";

    /// <summary>Points would expire before they activate (days until activation, days of life).</summary>
    public const string ExpiryBeforeActivation = "Programs.ExpiryBeforeActivation";

    /// <summary>Days of grace (least, most).</summary>
    public const string GraceDaysRange = "Programs.GraceDaysRange";

    /// <summary>A form of the word for points is missing.</summary>
    public const string UnitWordMissing = "Programs.UnitWordMissing";

    /// <summary>Decimals of a point (most).</summary>
    public const string PointDecimalsRange = "Programs.PointDecimalsRange";

    /// <summary>No such IANA time zone (name).</summary>
    public const string UnknownTimeZone = "Programs.UnknownTimeZone";

    /// <summary>No such ISO 4217 currency (code).</summary>
    public const string UnknownCurrency = "Programs.UnknownCurrency";

    /// <summary>A currency of thousandths (code).</summary>
    public const string CurrencyTooFine = "Programs.CurrencyTooFine";

    /// <summary>An empty name among goods.</summary>
    public const string BlankGood = "Programs.BlankGood";

    /// <summary>A choice that the setting does not have.</summary>
    public const string UnknownChoice = "Programs.UnknownChoice";

    /// <summary>How many levels a ladder has (least, most).</summary>
    public const string LevelsCount = "Programs.LevelsCount";

    /// <summary>A level without a name.</summary>
    public const string LevelNameMissing = "Programs.LevelNameMissing";

    /// <summary>Two levels of one name (name).</summary>
    public const string LevelNameTwice = "Programs.LevelNameTwice";

    /// <summary>A text of a level is too long (characters allowed).</summary>
    public const string LevelTextTooLong = "Programs.LevelTextTooLong";

    /// <summary>The lowest level is everybody's, so it begins at zero.</summary>
    public const string LowestLevelNotZero = "Programs.LowestLevelNotZero";

    /// <summary>A threshold that is not above that of the level below (that threshold).</summary>
    public const string ThresholdNotRising = "Programs.ThresholdNotRising";

    /// <summary>Warning: a higher level gives less than a lower one (name, name of the lower).</summary>
    public const string LevelGivesLess = "Programs.LevelGivesLess";

    /// <summary>Warning: a level gives nothing beyond the one below (name).</summary>
    public const string LevelGivesNothing = "Programs.LevelGivesNothing";

    /// <summary>Warning: a discount and points together come to more than half of the price (percent).</summary>
    public const string GenerousLevel = "Programs.GenerousLevel";

    /// <summary>Neither of the two gets points for a friend.</summary>
    public const string NobodyRewarded = "Programs.NobodyRewarded";

    /// <summary>Days of the way of a referral (least, most).</summary>
    public const string ReferralDaysRange = "Programs.ReferralDaysRange";

    /// <summary>The address to share is none, or the code is not in it (how the code is written).</summary>
    public const string ReferralLinkInvalid = "Programs.ReferralLinkInvalid";

    /// <summary>Warning: both rewards are worth more than the purchase that brings them (their worth, the purchase).</summary>
    public const string RewardsAbovePurchase = "Programs.RewardsAbovePurchase";

    /// <summary>Warning: the reward for a friend is given before the goods can no longer come back.</summary>
    public const string RewardBeforeReturns = "Programs.RewardBeforeReturns";

    /// <summary>Warning: welcome points go to whoever registers, again and again.</summary>
    public const string WelcomeForAnybody = "Programs.WelcomeForAnybody";

    /// <summary>Warning: purchases earn nothing.</summary>
    public const string NothingEarned = "Programs.NothingEarned";

    /// <summary>Warning: a very large part of the sum comes back as points (percent).</summary>
    public const string GenerousAccrual = "Programs.GenerousAccrual";

    /// <summary>Warning: a cap that a narrower one makes idle (cap, the other cap).</summary>
    public const string IdleCap = "Programs.IdleCap";

    /// <summary>Warning: points may pay all of a receipt.</summary>
    public const string WholeSumByPoints = "Programs.WholeSumByPoints";

    /// <summary>Warning: the fewest points are not whole steps (fewest, step, fewest in steps).</summary>
    public const string MinimumOffStep = "Programs.MinimumOffStep";

    /// <summary>Warning: the smallest part of a point is not worth whole hundredths (its value).</summary>
    public const string PointPartOffMoney = "Programs.PointPartOffMoney";

    /// <summary>Warning: rounding of the term is not used with this model.</summary>
    public const string IdleTermRounding = "Programs.IdleTermRounding";

    /// <summary>Warning: points live very briefly (days).</summary>
    public const string ShortLife = "Programs.ShortLife";
}
