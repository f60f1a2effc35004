using System.Globalization;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

/// <summary>What is left of the limits of campaigns while a receipt is being decided (R9).</summary>
internal sealed class OfferLimits(ReceiptCalculation receipt, CampaignFacts facts)
{
    private readonly Dictionary<BudgetBlock, (long Money, long Points)> given = [];

    /// <summary>Rejects an offer that was used as often as it can be, or of which nothing is left.</summary>
    public Offer Check(Offer offer)
    {
        var (limits, standing) = (offer.Terms.Limits, StandingOf(offer));
        if (standing.Uses >= limits.Total)
        {
            return offer.Reject(OfferReasons.TotalLimit, Write(limits.Total.Value));
        }

        if (standing.ByMember >= limits.PerMember)
        {
            return offer.Reject(OfferReasons.MemberLimit, Write(limits.PerMember.Value));
        }

        foreach (var (frame, uses) in limits.PerMemberInFrame)
        {
            var (used, code) = frame switch
            {
                LimitFrame.Day => (standing.ByMemberThatDay, OfferReasons.DayLimit),
                LimitFrame.Week => (standing.ByMemberThatWeek, OfferReasons.WeekLimit),
                _ => (standing.ByMemberThatMonth, OfferReasons.MonthLimit),
            };
            if (used >= uses)
            {
                return offer.Reject(code, Write(uses));
            }
        }

        return offer.Prepared.Rewards.All(r => r.Kind == RewardKind.Points) && PointsLeft(offer) is { Left: 0 } spent
            ? offer.Reject(spent.OfBlock ? OfferReasons.BlockSpent : OfferReasons.PointsBudgetSpent)
            : offer;
    }

    /// <summary>Hundredths of money that the offer may still give, and whether the program's block is what limits it.</summary>
    public (long Left, bool OfBlock) MoneyLeft(Offer offer)
    {
        var own = offer.Terms.Limits.MoneyBudget is { } budget ? Math.Max(0, budget.Minor - StandingOf(offer).Money.Minor - offer.TotalOff - offer.Promised) : long.MaxValue;
        var block = BlockOf(offer)?.Money is { } left ? Math.Max(0, left.Minor - given.GetValueOrDefault(offer.Terms.BookedTo).Money) : long.MaxValue;
        return block < own ? (block, true) : (own, false);
    }

    /// <summary>Smallest parts of points that the offer may still give, and whether the program's block is what limits it.</summary>
    public (long Left, bool OfBlock) PointsLeft(Offer offer)
    {
        var own = offer.Terms.Limits.PointsBudget is { } budget ? Math.Max(0, receipt.ToParts(budget) - StandingOf(offer).Points.Value) : long.MaxValue;
        var block = BlockOf(offer)?.Points is { } left ? Math.Max(0, left.Value - given.GetValueOrDefault(offer.Terms.BookedTo).Points) : long.MaxValue;
        return block < own ? (block, true) : (own, false);
    }

    /// <summary>Counts what was given to the block; a sum below zero takes it back.</summary>
    public void Count(Offer offer, long money, long points)
    {
        var so = given.GetValueOrDefault(offer.Terms.BookedTo);
        given[offer.Terms.BookedTo] = (so.Money + money, so.Points + points);
    }

    private CampaignStanding StandingOf(Offer offer) => facts.Standings.GetValueOrDefault(offer.Prepared.Key) ?? CampaignStanding.Untouched;

    private BudgetLeft? BlockOf(Offer offer) => facts.Blocks.GetValueOrDefault(offer.Terms.BookedTo);

    private static string Write(long number) => number.ToString(CultureInfo.InvariantCulture);
}
