using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

internal sealed partial class OfferBook
{
    private long[]? main;

    /// <summary>Adds the points of campaigns to those of the main scheme, rounded once for each campaign (R2).</summary>
    /// <param name="bases">What earns.</param>
    /// <param name="mainPoints">What the main scheme gave for it, smallest parts.</param>
    /// <returns>Whether there is anything.</returns>
    public bool Earn(AccrualBase bases, long mainPoints)
    {
        main = [.. receipt.Lines.Select(line => line.Accrued.Value)];
        var conditions = receipt.Conditions.Accrual;
        var earning = new EarningBase(
            bases.Lines,
            bases.Total.IsZero || bases.Total < conditions.MinimumBase ? 0m
                : conditions.Mode == AccrualMode.Percent ? receipt.Terms.Accrual.Rate * receipt.PartsOfPoint * 0.0001m
                : (decimal)mainPoints / bases.Total.Minor,
            receipt.PartsOfPoint,
            policy.Multipliers == MultiplierStacking.Multiplicative);
        var any = mainPoints > 0;
        foreach (var offer in offers.Where(o => o.IsApplied && o.GivesLater(RewardKind.Points)))
        {
            offer.Earn(PointsOf(offer, earning));
            for (var i = 0; i < main.Length; i++)
            {
                receipt.Lines[i].Accrued += new Points(offer.Points[i]);
                any |= offer.Points[i] > 0;
            }
        }

        return any;
    }

    /// <summary>
    /// Cuts the campaigns' points after the caps of the program: what the caps took of a line the last campaign loses first and
    /// the main scheme last. Then come the caps of each campaign and its budgets (R2).
    /// </summary>
    /// <returns>What is left to the main scheme.</returns>
    public Points SettlePoints()
    {
        var left = Points.Zero;
        var earned = offers.ConvertAll(o => o.TotalPoints);
        for (var i = 0; i < main!.Length; i++)
        {
            var excess = main[i] + offers.Sum(o => o.Points[i]) - receipt.Lines[i].Accrued.Value;
            for (var k = offers.Count - 1; k >= 0 && excess > 0; k--)
            {
                var taken = Math.Min(excess, offers[k].Points[i]);
                offers[k].Points[i] -= taken;
                excess -= taken;
            }

            left += new Points(main[i] - excess);
        }

        for (var k = 0; k < offers.Count; k++)
        {
            if (offers[k].TotalPoints < earned[k])
            {
                offers[k].Cut(OfferReasons.CutByCaps, receipt.Write(new Points(earned[k])), receipt.Write(new Points(offers[k].TotalPoints)));
            }

            if (offers[k].TotalPoints > 0)
            {
                CutToBudgets(offers[k]);
            }
        }

        return left;
    }

    /// <summary>Makes the lots of campaigns, one each.</summary>
    public void Credit(MemberFacts member)
    {
        var (earnedAt, conditions) = (receipt.Draft.OccurredAt, receipt.Conditions);
        foreach (var offer in offers.Where(o => o.TotalPoints > 0))
        {
            var expiry = offer.Terms.Credit.Expiry ?? conditions.Expiry;
            var activatesAt = ActivationRule.ActivatesAt(offer.Terms.Credit.Activation ?? conditions.Activation, earnedAt, receipt.Calendar);
            receipt.Credits.Add(new CreditDecision
            {
                Points = new Points(offer.TotalPoints),
                Block = offer.Terms.BookedTo,
                RuleKey = CampaignRule.KeyOf(offer.Prepared.Key),
                RuleVersion = offer.Prepared.Campaign.Version,
                ActivatesAt = activatesAt,
                ExpiresAt = ExpiryRule.ExpiresAt(expiry, earnedAt, activatesAt, member.JoinedOn, receipt.Calendar),
                FollowsActivity = expiry.Model == ExpiryModel.FromLastActivity,
            });
        }
    }

    // What a campaign would give as the receipt stands now; null for no points.
    private long[]? Estimate(Offer offer)
    {
        if (receipt.Member is null || !offer.GivesLater(RewardKind.Points))
        {
            return null;
        }

        var conditions = receipt.Conditions.Accrual;
        var rate = receipt.Terms.Accrual.Rate * receipt.PartsOfPoint;
        var points = PointsOf(offer, new EarningBase(
            [.. receipt.Lines.Select(line => AccrualBase.WhyNot(line, conditions) is null ? line.Payable.Minor : 0)],
            conditions.Mode == AccrualMode.Percent ? rate * 0.0001m : rate / Math.Max(1, conditions.StepAmount.Minor),
            receipt.PartsOfPoint,
            multiplicative: false));
        var most = Math.Min(limits.PointsLeft(offer).Left, offer.Terms.Limits.PointsPerReceipt is { } cap ? receipt.ToParts(cap) : long.MaxValue);
        return points.Sum() > most ? Rounding.Spread(most, points) : points;
    }

    private long[] PointsOf(Offer offer, EarningBase earning)
    {
        var (exact, count) = (0m, receipt.Lines.Length);
        var lines = new LineSet(count);
        foreach (var reward in offer.Prepared.Rewards)
        {
            if (reward.Kind == RewardKind.Points)
            {
                var on = offer.LinesOf(reward, purchase);
                exact += on.IsEmpty ? 0m : reward.Mechanic.Points(reward.Reward, new PointsView(purchase, on, earning, offer.Times));
                lines = lines.With(on);
            }
        }

        var points = Rounding.ToWhole(exact, receipt.Conditions.Accrual.Rounding);
        return points <= 0 ? new long[count] : Rounding.Spread(points, Weights(lines, earning));
    }

    // By what earns; points that nothing earns on fall to what is paid, and where nothing is, to what is bought.
    private long[] Weights(LineSet lines, EarningBase earning)
    {
        var byBase = By(i => earning.Lines[i]);
        if (Array.Exists(byBase, w => w > 0))
        {
            return byBase;
        }

        var byPayable = By(i => receipt.Lines[i].Payable.Minor);
        return Array.Exists(byPayable, w => w > 0) ? byPayable : By(_ => 1);

        long[] By(Func<int, long> weight) => [.. Enumerable.Range(0, receipt.Lines.Length).Select(i => lines.Contains(i) ? weight(i) : 0)];
    }

    private void CutToBudgets(Offer offer)
    {
        if (offer.Terms.Limits.PointsPerReceipt is { } cap && offer.TotalPoints > receipt.ToParts(cap))
        {
            offer.Cut(OfferReasons.CutToPointsCap, ReceiptCalculation.Write(cap));
            Keep(offer, receipt.ToParts(cap));
        }

        var (left, ofBlock) = limits.PointsLeft(offer);
        if (offer.TotalPoints > left)
        {
            var nothing = left == 0 || offer.Terms.Limits.WhenShort == ShortBudget.Refuse;
            offer.Cut(
                nothing ? offer.Say(ofBlock ? OfferReasons.BlockSpent : OfferReasons.PointsBudgetSpent)
                : offer.Say(OfferReasons.CutToPointsBudget, receipt.Write(new Points(left))));
            Keep(offer, nothing ? 0 : left);
        }

        limits.Count(offer, 0, offer.TotalPoints);
    }

    private void Keep(Offer offer, long points)
    {
        var kept = Rounding.Spread(points, offer.Points);
        for (var i = 0; i < kept.Length; i++)
        {
            receipt.Lines[i].Accrued -= new Points(offer.Points[i] - kept[i]);
        }

        offer.Earn(kept);
    }
}
