using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Receipts.Engine;

namespace LoyaltyAdmin.Domain.Campaigns.Offers;

internal sealed partial class OfferBook
{
    private void ChangeSpending()
    {
        foreach (var offer in offers.Where(o => o.IsApplied))
        {
            foreach (var reward in offer.Prepared.Rewards)
            {
                if (reward.Reward is SpendingRuleReward rule)
                {
                    ChangeSpending(offer, rule, offer.LinesOf(reward, purchase));
                }
            }
        }
    }

    private void ChangeSpending(Offer offer, SpendingRuleReward rule, LineSet lines)
    {
        for (var i = 0; i < receipt.Lines.Length; i++)
        {
            var line = receipt.Lines[i];
            if (!lines.Contains(i))
            {
                continue;
            }

            if (rule.Effect == SpendingEffect.Forbidden)
            {
                line.SpendingForbiddenBy ??= offer.Name;
            }
            else
            {
                line.WidenedShare = Math.Max(line.WidenedShare ?? 0, rule.SharePercent);
            }
        }

        offer.ChangedSpending = !receipt.Draft.RedeemPoints.IsZero;
        if (offer.ChangedSpending && rule.Effect == SpendingEffect.Widened)
        {
            receipt.Explain(OfferReasons.WidensSpending, offer.Name, ReceiptCalculation.Write(rule.SharePercent));
        }
    }

    private void MakePromises()
    {
        foreach (var offer in offers.Where(o => o.IsApplied))
        {
            foreach (var reward in offer.Prepared.Rewards.Where(r => r.Kind == RewardKind.Promise))
            {
                var lines = offer.LinesOf(reward, purchase);
                var paid = receipt.Lines.Select((line, i) => lines.Contains(i) ? (line.Payable - line.Redeemed).Minor : 0).Sum();
                if (reward.Mechanic.Promise(reward.Reward, new PromiseView(offer.Prepared.Key, paid, purchase.Units(lines) / 1000, offer.Times)) is not { } promise)
                {
                    continue;
                }

                var (left, ofBlock) = limits.MoneyLeft(offer);
                var money = promise.Amount.Minor * promise.Count;
                if (money > left)
                {
                    offer.Cut(ofBlock ? OfferReasons.BlockSpent : OfferReasons.MoneyBudgetSpent);
                    continue;
                }

                offer.Promise(promise);
                limits.Count(offer, money, 0);
            }
        }
    }
}
