using LoyaltyAdmin.Domain.Tiers;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Programs.Setup;

/// <summary>Turns the answers of the setup into conditions. Plans, clubs and partners stand beside the conditions and are made of the same answers.</summary>
public static class SetupTemplate
{
    /// <summary>The conditions of a program of these kinds.</summary>
    /// <param name="answers">What the marketer says.</param>
    /// <param name="basis">The conditions in force: their zone, currency and names of points stay.</param>
    public static ProgramConditions Compose(SetupAnswers answers, ProgramConditions basis) => new()
    {
        TimeZone = basis.TimeZone,
        Currency = basis.Currency,
        Unit = basis.Unit,
        Accrual = new AccrualConditions { Percent = MainRate(answers, SetupGift.Points) },
        Discount = new DiscountConditions { Percent = MainRate(answers, SetupGift.Discount) },
        Activation = answers.ReturnDays > 0
            ? new ActivationConditions { Mode = ActivationMode.AfterDays, Days = answers.ReturnDays }
            : new ActivationConditions(),
        Redemption = new RedemptionConditions { Allowed = answers.GivesPoints, MaximumSharePercent = answers.MaximumSharePercent },
        Expiry = new ExpiryConditions { Term = answers.LifeMonths, Unit = TermUnit.Months },
        Tiers = answers.Has(ProgramKind.Cumulative) ? Ladder(answers) : new TierConditions(),
        Referral = answers.Has(ProgramKind.Referral)
            ? new ReferralConditions
            {
                Enabled = true,
                ReferrerPoints = answers.ReferrerPoints,
                FriendPoints = answers.FriendPoints,
                MinimumPurchase = Money.Of(answers.FriendMinimum),
            }
            : new ReferralConditions(),
    };

    /// <summary>What everybody has of a gift: where levels give it, what the lowest gives.</summary>
    public static decimal MainRate(SetupAnswers answers, SetupGift gift)
    {
        var (kind, rate) = gift == SetupGift.Points ? (ProgramKind.Bonus, answers.AccrualPercent) : (ProgramKind.Discount, answers.DiscountPercent);
        return answers.Has(ProgramKind.Cumulative) && answers.LevelsGive == gift && answers.Levels.Count > 0 ? answers.Levels[0].Rate
            : answers.Has(kind) ? rate
            : 0m;
    }

    private static TierConditions Ladder(SetupAnswers answers) => new()
    {
        Enabled = true,
        Metric = TierMetric.Spend,
        Window = TierWindow.RollingYear,
        Stay = TierStay.NextPeriod,
        Landing = TierLanding.OneDown,
        Ladder = new TierLadder
        {
            Levels = [.. answers.Levels.Select((level, place) => new TierLevel
            {
                Key = level.Key,
                Name = level.Name,
                Threshold = level.Threshold,
                AccrualRate = place > 0 && answers.LevelsGive == SetupGift.Points ? level.Rate : null,
                DiscountPercent = place > 0 && answers.LevelsGive == SetupGift.Discount ? level.Rate : null,
            })],
        },
    };
}
