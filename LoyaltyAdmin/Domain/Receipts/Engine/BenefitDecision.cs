using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Receipts.Engine;

/// <summary>Decides a receipt with what plans and clubs give beside the level, and counts what each paid plan brought (R17).</summary>
public static class BenefitDecision
{
    /// <summary>Decides as <see cref="ReceiptEngine.Decide"/>; the best of the level, the plans and the clubs counts.</summary>
    /// <param name="draft">The purchase.</param>
    /// <param name="version">In force at its time.</param>
    /// <param name="calendar">Of the program then.</param>
    /// <param name="pointDecimals">Of the program.</param>
    /// <param name="facts">The member, with the privileges of the level; null for nobody.</param>
    /// <param name="benefits">Of the member; those that do not hold at the purchase's time are passed over.</param>
    /// <param name="promotions">The campaigns that run; null for none. What they give is no saving of a plan.</param>
    public static ReceiptDecision Decide(
        ReceiptDraft draft, ProgramVersion version, ProgramCalendar calendar, int pointDecimals, MemberFacts? facts, IReadOnlyList<MemberBenefit> benefits,
        Promotions? promotions = null)
    {
        if (facts is null || benefits.Count == 0)
        {
            return DecideWith(facts);
        }

        var own = MemberTerms.Of(version.Conditions, facts);
        var held = benefits.Where(b => b.HoldsAt(draft.OccurredAt)).Select(b => b.Above(own)).OfType<MemberBenefit>().ToList();
        if (held.Count == 0)
        {
            return DecideWith(facts);
        }

        var all = With(held);
        var decision = DecideWith(all);
        var (terms, savings) = (MemberTerms.Of(version.Conditions, all), new List<LineSaving>());
        foreach (var paid in held.Where(b => b.SubscriptionId is not null))
        {
            var without = With(held.Where(b => b != paid));
            var other = MemberTerms.Of(version.Conditions, without);
            if (other.Accrual.Rate != terms.Accrual.Rate || other.Discount.Rate != terms.Discount.Rate)
            {
                savings.AddRange(Saved(paid.SubscriptionId!.Value, decision, DecideWith(without)));
            }
        }

        return savings.Count == 0 ? decision : decision with { Savings = savings };

        MemberFacts With(IEnumerable<MemberBenefit> some) => facts with { Privileges = [.. facts.Privileges, .. some.Select(b => b.Privilege)] };

        ReceiptDecision DecideWith(MemberFacts? member) => ReceiptEngine.Decide(draft, version, calendar, pointDecimals, member, promotions);

        IEnumerable<LineSaving> Saved(long subscription, ReceiptDecision with, ReceiptDecision without)
        {
            var (one, other) = (WithoutOffers(with), WithoutOffers(without));
            var points = one.Zip(other, (a, b) => a.Points - b.Points).ToArray();
            var worth = Worth(points, version.Conditions.Redemption.PointValue / PointsScale.Factor(pointDecimals));
            for (var i = 0; i < points.Length; i++)
            {
                var discount = one[i].Discount - other[i].Discount;
                if (discount != 0 || worth[i] != 0)
                {
                    yield return new LineSaving(subscription, with.Lines[i].Line, discount, worth[i]);
                }
            }
        }
    }

    /// <summary>What a decision gave by line, beside campaigns.</summary>
    private static List<(long Discount, long Points)> WithoutOffers(ReceiptDecision decision)
    {
        var offered = decision.Offers.SelectMany(o => o.Lines).ToLookup(l => l.Line);
        return [.. decision.Lines.Select(l => (
            l.Discount.Minor - offered[l.Line].Sum(o => o.Discount.Minor), l.Accrued.Value - offered[l.Line].Sum(o => o.Points.Value)))];
    }

    /// <summary>The money of points by line, rounded once: a sum above zero falls to the lines with more points, one below zero to those with fewer.</summary>
    private static long[] Worth(long[] points, decimal partValue)
    {
        var sum = points.Sum();
        var sign = Math.Sign(sum);
        var worth = Rounding.ToWhole(Math.Abs(sum) * partValue * 100m, RoundingMode.HalfUp);
        return worth == 0 ? new long[points.Length] : [.. Rounding.Spread(worth, [.. points.Select(p => Math.Max(0, p * sign))]).Select(part => part * sign)];
    }
}
