using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Features.Programs.Example;

/// <summary>What the engine says of an example purchase.</summary>
/// <param name="Decision">The purchase as asked for.</param>
/// <param name="Reasons">Why it came out so, without the reasons that limit what points can pay.</param>
/// <param name="Limits">Why points cannot pay more than they can.</param>
/// <param name="MostWorth">What the most points pay.</param>
/// <param name="ActivatesAt">From when on the points can be spent; null when none are earned.</param>
/// <param name="LastDay">Their last day; null when they never expire or none are earned.</param>
/// <param name="Calendar">The days of the conditions.</param>
public sealed record ExampleResult(
    ReceiptDecision Decision,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<Reason> Limits,
    Money MostWorth,
    DateTime? ActivatesAt,
    DateOnly? LastDay,
    ProgramCalendar Calendar);

/// <summary>An example purchase of a made-up member, decided by the engine that decides real ones.</summary>
public sealed class ExampleSale
{
    private static readonly HashSet<string> Accruals =
    [
        ReasonCodes.AtPartner, ReasonCodes.Accrued, ReasonCodes.AccruedBySteps, ReasonCodes.AccrualOff, ReasonCodes.NothingEarns, ReasonCodes.BelowMinimumBase,
        ReasonCodes.TooSmallToEarn, ReasonCodes.PaidByPointsEarnsNothing, ReasonCodes.PaidByGiftCardEarnsNothing, ReasonCodes.TaxEarnsNothing,
        ReasonCodes.ExcludedFromAccrual, ReasonCodes.GiftCardEarnsNothing, ReasonCodes.ShippingEarnsNothing, ReasonCodes.LineHasNoBase,
        ReasonCodes.LineTooSmallToEarn, ReasonCodes.CutPerLine, ReasonCodes.CutPerReceipt, ReasonCodes.CutPerDay, ReasonCodes.CutPerMonth,
    ];

    public List<ExampleLine> Lines { get; init; } = [];

    /// <summary>What the member has, in points.</summary>
    public decimal Balance { get; set; } = 500m;

    /// <summary>What changes the main scheme for the member.</summary>
    public IReadOnlyList<MemberPrivilege> Privileges { get; set; } = [];

    /// <summary>What the member wants to spend, in points; null for as much as possible.</summary>
    public decimal? Spend { get; set; } = 0m;

    public decimal PaidByGiftCard { get; set; }

    /// <summary>Decides it, or says what is wrong with the purchase. The conditions must be valid.</summary>
    /// <param name="conditions">The conditions to try.</param>
    /// <param name="decimals">Decimals of a point.</param>
    /// <param name="number">Number of the version, for the reasons.</param>
    /// <param name="now">When it is bought.</param>
    /// <param name="partner">Where it is bought, when that is at a partner.</param>
    public Result<ExampleResult> Decide(ProgramConditions conditions, int decimals, int number, DateTime now, PartnerScheme? partner = null)
    {
        try
        {
            return Evaluate(conditions, decimals, number, now, partner);
        }
        catch (OverflowException)
        {
            return new Rejection("Programs.ExampleTooLarge");
        }
    }

    private Result<ExampleResult> Evaluate(ProgramConditions conditions, int decimals, int number, DateTime now, PartnerScheme? partner)
    {
        var calendar = ProgramCalendar.Of(conditions.TimeZone);
        var version = new ProgramVersion { Number = number, Conditions = conditions };
        var member = new MemberFacts
        {
            Available = Parts(Balance, decimals),
            JoinedOn = calendar.DayOf(now).AddMonths(-5),
            Privileges = Privileges,
            Partner = partner,
        };
        var draft = new ReceiptDraft
        {
            OccurredAt = now,
            Lines = [.. Lines.Select((line, i) => line.ToDraft(i + 1))],
            PaidByGiftCard = Money.Of(PaidByGiftCard),
        };
        if (DraftValidation.Check(draft) is { } wrong)
        {
            return wrong;
        }

        ReceiptDecision Run(Points redeem) => ReceiptEngine.Decide(draft with { RedeemPoints = redeem }, version, calendar, decimals, member);

        var all = Run(new Points(long.MaxValue));
        var decision = Spend is { } spend ? Run(Parts(spend, decimals)) : all;
        var credit = decision.Credits.Count > 0 ? decision.Credits[0] : null;
        return new ExampleResult(
            decision,
            [.. decision.Reasons.Where(r => Accruals.Contains(r.Code))],
            [.. all.Reasons.Where(r => !Accruals.Contains(r.Code))],
            all.Redeemed,
            credit?.ActivatesAt,
            credit is null ? null : ExpiryRule.LastUsableDay(credit.ExpiresAt, calendar),
            calendar);
    }

    private static Points Parts(decimal points, int decimals) =>
        PointsScale.ToParts(decimal.Round(points, decimals, MidpointRounding.ToZero), decimals);
}
