using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Tiers;
using Microsoft.Extensions.Localization;

namespace LoyaltyAdmin.Features.Programs;

/// <summary>A group of sentences about conditions.</summary>
/// <param name="Key">Key of its heading: <c>Section.Key</c>.</param>
/// <param name="Sentences">What they promise.</param>
public sealed record ConditionsChapter(string Key, IReadOnlyList<string> Sentences);

/// <summary>Says conditions in plain sentences, as a shop assistant would tell them.</summary>
public sealed class ConditionsWords(IStringLocalizer<ProgramsText> text)
{
    /// <summary>The main promises in one line.</summary>
    public string Brief(ProgramConditions conditions)
    {
        var say = new Wording(text, conditions);
        return string.Join(" · ", new[]
        {
            BriefAccrual(conditions, say),
            conditions.Discount.Percent > 0 ? say["Brief.Discount", Wording.Percent(conditions.Discount.Percent)] : null,
            BriefActivation(conditions, say),
            BriefRedemption(conditions, say),
            BriefExpiry(conditions, say),
            conditions.Tiers.Enabled ? say["Brief.Tiers", Wording.List(conditions.Tiers.Ladder.Levels.Select(l => l.Name))] : null,
        }.Where(part => part is not null));
    }

    /// <summary>All of them, grouped as in the editor.</summary>
    public IReadOnlyList<ConditionsChapter> Describe(ProgramConditions conditions)
    {
        var say = new Wording(text, conditions);
        return
        [
            new("Accrual", [.. Accrual(conditions.Accrual, say)]),
            new("Discount", [.. Discount(conditions.Discount, say)]),
            new("Activation", [Activation(conditions.Activation, say)]),
            new("Redemption", [.. Redemption(conditions.Redemption, say)]),
            new("Expiry", [Expiry(conditions.Expiry, say)]),
            new("Returns", [.. Returns(conditions.Returns, say)]),
            new("Tiers", [.. LadderWords.Describe(conditions, say)]),
            new("Joining", [.. JoiningWords.Describe(conditions, say)]),
            new("Referral", [.. ReferralWords.Describe(conditions, say)]),
            new("Unit", [say["Say.Unit", say.Points(1), say.Points(2), say.Points(5)]]),
            new("Place", [say["Say.Place", conditions.TimeZone, conditions.Currency]]),
        ];
    }

    /// <summary>The sentences of one group.</summary>
    public IReadOnlyList<string> Chapter(ProgramConditions conditions, string key) => Describe(conditions).Single(c => c.Key == key).Sentences;

    /// <summary>What one level of the ladder gives, in one sentence.</summary>
    public string Level(ProgramConditions conditions, TierLevel level) =>
        LadderWords.Level(conditions, conditions.Tiers.Ladder.PlaceOf(level.Key), new Wording(text, conditions));

    /// <summary>How members rise and how long a level is kept, in one sentence.</summary>
    public string Rule(ProgramConditions conditions) => LadderWords.Rule(conditions.Tiers, new Wording(text, conditions));

    private static string BriefAccrual(ProgramConditions conditions, Wording say)
    {
        var accrual = conditions.Accrual;
        return accrual.Mode == AccrualMode.Percent
            ? say["Brief.Percent", Wording.Percent(accrual.Percent), say["Brief.Rounding." + accrual.Rounding]]
            : say["Brief.Steps", say.Points(accrual.StepPoints), say.Money(accrual.StepAmount)];
    }

    private static string BriefActivation(ProgramConditions conditions, Wording say) =>
        say["Brief.Activation." + conditions.Activation.Mode, say.Count(conditions.Activation.Days, "Days")];

    private static string BriefRedemption(ProgramConditions conditions, Wording say) => conditions.Redemption.Allowed
        ? say["Brief.Redemption", Wording.Percent(conditions.Redemption.MaximumSharePercent)]
        : say["Brief.RedemptionOff"];

    private static string BriefExpiry(ProgramConditions conditions, Wording say) => say["Brief.Expiry." + conditions.Expiry.Model, TermOf(conditions.Expiry, say), YearDay(conditions.Expiry)];

    private static IEnumerable<string> Accrual(AccrualConditions accrual, Wording say)
    {
        yield return accrual.Mode == AccrualMode.Percent
            ? say["Say.Accrual.Percent", Wording.Percent(accrual.Percent), say["Brief.Rounding." + accrual.Rounding]]
            : say["Say.Accrual.Steps", say.Points(accrual.StepPoints), say.Money(accrual.StepAmount)];
        var parts = new (bool On, string Key)[]
        {
            (accrual.OnPartPaidByPoints, "Points"), (accrual.OnPartPaidByGiftCard, "GiftCard"), (accrual.OnShipping, "Shipping"), (accrual.OnTax, "Tax"),
        };
        foreach (var on in (bool[])[true, false])
        {
            if (parts.Any(p => p.On == on))
            {
                yield return say[on ? "Say.Accrual.Also" : "Say.Accrual.Not", say.And(parts.Where(p => p.On == on).Select(p => say["Part." + p.Key]))];
            }
        }

        if (!accrual.Excluded.IsEmpty)
        {
            yield return say["Say.Accrual.Excluded", Wording.List(accrual.Excluded.Categories.Concat(accrual.Excluded.Skus))];
        }

        if (accrual.MinimumBase is { } minimum)
        {
            yield return say["Say.Accrual.Minimum", say.Money(minimum)];
        }

        var caps = new (decimal? Cap, string Key)[]
        {
            (accrual.CapPerLine, "Line"), (accrual.CapPerReceipt, "Receipt"), (accrual.CapPerMemberPerDay, "Day"), (accrual.CapPerMemberPerMonth, "Month"),
        };
        if (caps.Any(c => c.Cap is not null))
        {
            yield return say["Say.Accrual.Caps", Wording.List(caps.Where(c => c.Cap is not null).Select(c => say["Cap." + c.Key, say.Points(c.Cap!.Value)]))];
        }
    }

    private static IEnumerable<string> Discount(DiscountConditions discount, Wording say)
    {
        yield return discount.Percent > 0 ? say["Say.Discount", Wording.Percent(discount.Percent)] : say["Say.Discount.None"];
        if (discount.Percent > 0 && !discount.OnDiscountedLines)
        {
            yield return say["Say.Discount.NotDiscounted"];
        }

        if (!discount.Excluded.IsEmpty)
        {
            yield return say["Say.Discount.Excluded", Wording.List(discount.Excluded.Categories.Concat(discount.Excluded.Skus))];
        }
    }

    private static string Activation(ActivationConditions activation, Wording say) => say["Say.Activation." + activation.Mode, say.Count(activation.Days, "Days")];

    private static IEnumerable<string> Redemption(RedemptionConditions redemption, Wording say)
    {
        yield return say["Say.Redemption.Value", say.Money(redemption.PointValue)];
        if (!redemption.Allowed)
        {
            yield return say["Say.Redemption.Off"];
            yield break;
        }

        yield return say["Say.Redemption." + redemption.CapBase, Wording.Percent(redemption.MaximumSharePercent)];
        if (redemption.MinimumPoints > 0)
        {
            yield return say["Say.Redemption.Minimum", say.Points(redemption.MinimumPoints)];
        }

        if (redemption.Step > 0)
        {
            yield return say["Say.Redemption.Step", say.Points(redemption.Step)];
        }

        if (redemption.MaximumPointsPerReceipt is { } most)
        {
            yield return say["Say.Redemption.Maximum", say.Points(most)];
        }

        if (redemption.OfflinePointsPerReceipt > 0)
        {
            yield return say["Say.Redemption.Offline", say.Points(redemption.OfflinePointsPerReceipt)];
        }

        if (!redemption.MinimumMoneyPart.IsZero)
        {
            yield return say["Say.Redemption.MoneyPart", say.Money(redemption.MinimumMoneyPart)];
        }

        if (!redemption.MinimumUnitPrice.IsZero)
        {
            yield return say["Say.Redemption.UnitPrice", say.Money(redemption.MinimumUnitPrice)];
        }

        if (!redemption.OnDiscountedLines)
        {
            yield return say["Say.Redemption.NotDiscounted"];
        }

        if (!redemption.Excluded.IsEmpty)
        {
            yield return say["Say.Redemption.Excluded", Wording.List(redemption.Excluded.Categories.Concat(redemption.Excluded.Skus))];
        }
    }

    private static string Expiry(ExpiryConditions expiry, Wording say)
    {
        var rounded = expiry.RoundUpTo != TermRounding.None && expiry.Model is (ExpiryModel.FromEarning or ExpiryModel.FromLastActivity)
            ? say["Say.Expiry.Rounded." + expiry.RoundUpTo]
            : "";
        return say["Say.Expiry." + expiry.Model, TermOf(expiry, say), YearDay(expiry), rounded];
    }

    private static IEnumerable<string> Returns(ReturnConditions returns, Wording say) =>
    [
        say["Say.Returns." + returns.Deficit],
        say["Say.Returns." + returns.RestoreExpired, say.Count(returns.GraceDays, "Days")],
    ];

    private static string TermOf(ExpiryConditions expiry, Wording say) => say.Count(expiry.Term, expiry.Unit.ToString());

    private static string YearDay(ExpiryConditions expiry) => Wording.DayOfYear(expiry.CalendarMonth, expiry.CalendarDayOfMonth);
}
