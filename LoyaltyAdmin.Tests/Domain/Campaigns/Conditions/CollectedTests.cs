using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Receipts;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns.Conditions;

public class CollectedTests
{
    private static readonly DateOnly Ever = DateOnly.MinValue;

    private static RunningCampaign Stamps(Func<CollectedCondition, CollectedCondition>? change = null, Func<Condition, Condition>? around = null)
    {
        var condition = (change ?? (c => c))(new CollectedCondition { Target = 3 });
        return Campaign("c", new FixedPointsReward { Points = 100, Per = RewardPer.Time }, around?.Invoke(condition) ?? condition);
    }

    private static ReceiptDecision Sell(RunningCampaign campaign, long total, int rewarded = 0, DateOnly? from = null, ReceiptDraft? draft = null) =>
        new Shop(campaign)
        {
            Facts = new CampaignFacts
            {
                MemberId = 1,
                Counters = new Dictionary<CounterKey, CounterState> { [new CounterKey("c", "main", from ?? Ever)] = new(total, rewarded) },
            },
        }.Sell(draft ?? Receipt(Line(1, 100, quantity: 2), Line(2, 50, "toys")));

    [Fact]
    public void A_purchase_that_does_not_complete_the_card_counts()
    {
        var offer = Sell(Stamps(), 1).Offer("c");

        Assert.Equal((OfferOutcome.Counted, null), (offer.Outcome, offer.Use));
        var move = Assert.Single(offer.Counters);
        Assert.Equal((new CounterState(1, 0), 1L, 0), (move.Before, move.Added, move.Rewarded));
    }

    [Fact]
    public void The_purchase_that_completes_it_is_rewarded()
    {
        var offer = Sell(Stamps(), 2).Offer("c");

        Assert.Equal((OfferOutcome.Applied, 100L, 1), (offer.Outcome, offer.Points.Value, Assert.Single(offer.Counters).Rewarded));
    }

    [Fact]
    public void What_a_return_took_off_is_collected_again_and_not_rewarded_again() =>
        Assert.Equal(OfferOutcome.Counted, Sell(Stamps(), total: 2, rewarded: 1).Offer("c").Outcome);

    [Fact]
    public void One_purchase_can_complete_several_cards()
    {
        var offer = Sell(Stamps(c => c with { Measure = CollectedMeasure.Sum, Target = 50 }), 0).Offer("c");

        Assert.Equal((300L, 15_000L, 3), (offer.Points.Value, offer.Counters[0].Added, offer.Counters[0].Rewarded));
        Assert.Equal([new CounterLine(1, 10_000), new CounterLine(2, 5_000)], offer.Counters[0].Lines);
    }

    [Fact]
    public void A_card_that_does_not_begin_anew_is_rewarded_once() =>
        Assert.Equal(OfferOutcome.Counted, Sell(Stamps(c => c with { Repeats = false }), total: 5, rewarded: 1).Offer("c").Outcome);

    [Fact]
    public void Units_of_a_category_count_in_thousandths_and_the_goods_that_count_are_matched()
    {
        var campaign = Stamps(c => c with { Measure = CollectedMeasure.Quantity, Goods = Categories("food"), Target = 10 });

        var offer = Sell(campaign, 8_000).Offer("c");

        Assert.Equal((2_000L, 100L), (offer.Counters[0].Added, offer.Points.Value));
        Assert.Equal([1], offer.Lines.Select(l => l.Line));
        Assert.Null(Sell(campaign, 8_000, draft: Receipt(Line(1, 10, "toys"))).Outcome("c"));
    }

    [Theory]
    [InlineData(CollectedSpan.Week, "2026-03-09")]
    [InlineData(CollectedSpan.Month, "2026-03-01")]
    [InlineData(CollectedSpan.Year, "2026-01-01")]
    [InlineData(CollectedSpan.Campaign, "0001-01-01")]
    public void Each_span_of_time_has_a_total_of_its_own(CollectedSpan span, string from)
    {
        var campaign = Stamps(c => c with { Span = span });

        Assert.Equal(OfferOutcome.Applied, Sell(campaign, 2, from: DateOnly.Parse(from)).Offer("c").Outcome);
        Assert.Equal(OfferOutcome.Counted, Sell(campaign, 2, from: DateOnly.Parse(from).AddDays(1)).Offer("c").Outcome);
        Assert.Contains(
            new CounterKey("c", "main", DateOnly.Parse(from)),
            new CampaignSet([campaign], StackingPolicy.Usual).Ask(Receipt(Line(1, 100)), Moscow).Counters);
    }

    [Fact]
    public void Only_purchases_count_that_fulfil_the_other_conditions()
    {
        var campaign = Stamps(around: c => new AllOf(c, new ReceiptSumCondition { AtLeast = 1_000 }));

        Assert.Null(Sell(campaign, 1).Outcome("c"));
        Assert.Equal(OfferOutcome.Counted, Sell(campaign, 1, draft: Receipt(Line(1, 1_000))).Outcome("c"));
    }

    [Fact]
    public void A_reward_that_a_limit_refused_can_be_had_next_time()
    {
        var campaign = Stamps() is var c ? c with { Terms = c.Terms with { Limits = new CampaignLimits { Total = 0 } } } : null!;

        var offer = Sell(campaign, 2).Offer("c");

        Assert.Equal((OfferOutcome.Rejected, 0, 1L), (offer.Outcome, offer.Counters[0].Rewarded, offer.Counters[0].Added));
    }
}
