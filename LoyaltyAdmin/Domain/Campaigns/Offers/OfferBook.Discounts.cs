using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

internal sealed partial class OfferBook
{
    // Judges a campaign and finds what it takes off; changes nothing yet. All discounts of a campaign are given at its own stage.
    private Offer? Draw(OfferUnit unit)
    {
        var offer = Judge(unit);
        if (offer is { IsApplied: true } && offer.GivesLater(RewardKind.Discount))
        {
            Settle(offer, Price(offer));
        }

        return offer;
    }

    private long[] Price(Offer offer)
    {
        var count = receipt.Lines.Length;
        var (off, payable, part) = (new long[count], new long[count], new long[count]);
        foreach (var reward in offer.Prepared.Rewards)
        {
            if (reward.Kind != RewardKind.Discount)
            {
                continue;
            }

            Array.Clear(part);
            for (var i = 0; i < count; i++)
            {
                payable[i] = receipt.Lines[i].Payable.Minor - off[i];
            }

            var lines = Discountable(offer.LinesOf(reward, purchase));
            reward.Mechanic.Discount(reward.Reward, new DiscountView(purchase, lines, payable, percentBase ?? payable, offer.Times), part);
            room.Clip(offer, off, part);
            for (var i = 0; i < count; i++)
            {
                off[i] += part[i];
                if (part[i] > 0 && reward.IsForItems)
                {
                    (offer.ItemLines ??= new LineSet(count)).Add(i);
                }
            }
        }

        return off;
    }

    private LineSet Discountable(LineSet lines)
    {
        if (policy.OnDiscountedLines)
        {
            return lines;
        }

        var some = new LineSet(receipt.Lines.Length);
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            if (lines.Contains(i) && receipt.Lines[i].OwnDiscount.IsZero)
            {
                some.Add(i);
            }
        }

        return some;
    }

    // Cuts a discount to the campaign's own most and to what is left of the budgets.
    private void Settle(Offer offer, long[] off)
    {
        offer.Discount(new long[off.Length]);
        var total = off.Sum();
        if (offer.Terms.Limits.DiscountPerReceipt is { } most && total > most.Minor)
        {
            offer.Cut(OfferReasons.CutToReceiptCap, ReceiptCalculation.Write(most));
            off = Rounding.Spread(most.Minor, off);
            total = most.Minor;
        }

        var (left, ofBlock) = limits.MoneyLeft(offer);
        if (total > left)
        {
            if (left == 0 || offer.Terms.Limits.WhenShort == ShortBudget.Refuse)
            {
                offer.Reject(ofBlock ? OfferReasons.BlockSpent : OfferReasons.MoneyBudgetSpent);
                return;
            }

            offer.Cut(OfferReasons.CutToBudget, ReceiptCalculation.Write(new Money(left)));
            off = Rounding.Spread(left, off);
        }

        offer.Discount(off);
        if (offer.TotalOff == 0 && offer.Prepared.Rewards.All(r => r.Kind == RewardKind.Discount))
        {
            offer.Reject(offer.Cuts is [.., var cut] ? cut : offer.Say(OfferReasons.GivesNothing));
        }
    }

    // Puts an offer into the book; from here on the receipt is as it makes it.
    private void Commit(Offer offer)
    {
        offers.Add(offer);
        if (!offer.IsApplied || offer.TotalOff == 0)
        {
            return;
        }

        if (policy.Percents == PercentStacking.Summed && offer.Prepared.Rewards.Any(r => r.Reward is DiscountPercentReward))
        {
            percentBase ??= [.. receipt.Lines.Select(line => line.Payable.Minor)];
        }

        for (var i = 0; i < offer.Off.Length; i++)
        {
            var line = receipt.Lines[i];
            line.OfferDiscount += new Money(offer.Off[i]);
            line.HasItemOffer |= offer.Off[i] > 0 && offer.ItemLines?.Contains(i) == true;
        }

        limits.Count(offer, offer.TotalOff, 0);
        Refresh();
    }

    // What the conditions see.
    private void Refresh()
    {
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            var line = receipt.Lines[i];
            purchase.Prices[i] = policy.ConditionsSee == PriceSeen.Before ? line.Draft.Gross.Minor : line.Payable.Minor;
        }
    }
}
