using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using static LoyaltyAdmin.Tests.Domain.Campaigns.Shop;
using static LoyaltyAdmin.Tests.Domain.Receipts.Given;

namespace LoyaltyAdmin.Tests.Domain.Campaigns.Conditions;

public class GoodsConditionsTests
{
    private static readonly ReceiptDraftLine[] Basket = [Line(1, 100, quantity: 2), Line(2, 60, "toys"), Line(3, 40, "books", quantity: 3)];

    /// <summary>How often a condition holds and on which lines, told by a reward for each time and one for each line.</summary>
    private static (int Times, int[] Lines)? Ask(Condition condition, params ReceiptDraftLine[] lines)
    {
        var decision = new Shop(Campaign("c", new DiscountPercentReward { Percent = 10 }, condition)).Sell(lines);
        return decision.Gave("c") ? (decision.Offer("c").Times, [.. decision.Offer("c").Lines.Select(l => l.Line)]) : null;
    }

    [Theory]
    [InlineData(200, null, 1)]
    [InlineData(100, null, 2)]
    [InlineData(200.01, null, 0)]
    [InlineData(100, 200d, 0)]
    [InlineData(100, 200.01, 2)]
    public void The_sum_of_goods_reaches_a_threshold_so_many_times(double least, double? below, int times)
    {
        var held = Ask(new ReceiptSumCondition { AtLeast = (decimal)least, Below = (decimal?)below }, Basket);

        Assert.Equal(times, held?.Times ?? 0);
        Assert.True(held is null || held.Value.Lines.SequenceEqual([1, 2, 3]));
    }

    [Fact]
    public void Delivery_and_gift_cards_are_no_goods() =>
        Assert.Null(Ask(new ReceiptSumCondition { AtLeast = 101 }, Line(1, 100), Line(2, 500, kind: LineKind.Shipping), Line(3, 500, kind: LineKind.GiftCard)));

    [Theory]
    [InlineData(6, 1)]
    [InlineData(3, 2)]
    [InlineData(7, 0)]
    public void So_many_units_of_whatever_goods(int least, int times) =>
        Assert.Equal(times, Ask(new GoodsQuantityCondition { AtLeast = least }, Basket)?.Times ?? 0);

    [Theory]
    [InlineData(GoodsMeasure.Quantity, 4, 1)]
    [InlineData(GoodsMeasure.Quantity, 2, 2)]
    [InlineData(GoodsMeasure.Quantity, 5, 0)]
    [InlineData(GoodsMeasure.Sum, 100, 1)]
    [InlineData(GoodsMeasure.Sum, 100.01, 0)]
    public void Goods_of_categories_by_quantity_or_sum(GoodsMeasure measure, double least, int times)
    {
        var held = Ask(new CategoriesCondition { Categories = ["Toys ", "BOOKS"], Measure = measure, AtLeast = (decimal)least }, Basket);

        Assert.Equal(times, held?.Times ?? 0);
        Assert.True(held is null || held.Value.Lines.SequenceEqual([2, 3]));
    }

    [Fact]
    public void A_category_without_some_goods() =>
        Assert.Equal([2], Ask(new CategoriesCondition { Categories = ["toys", "books"], Except = ["sku-3"] }, Basket)!.Value.Lines);

    [Fact]
    public void Goods_by_sku()
    {
        Assert.Equal([3], Ask(new SkusCondition { Skus = ["SKU-3"], AtLeast = 3 }, Basket)!.Value.Lines);
        Assert.Null(Ask(new SkusCondition { Skus = ["sku-3"], AtLeast = 4 }, Basket));
        Assert.Null(Ask(new SkusCondition { Skus = ["sku-9"] }, Basket));
    }

    [Fact]
    public void A_combination_counts_complete_sets()
    {
        var held = Ask(new CombinationCondition { First = Categories("food"), Second = Categories("books"), SecondQuantity = 2 }, Basket);

        Assert.Equal(1, held!.Value.Times);
        Assert.Equal([1, 3], held.Value.Lines);
        Assert.Null(Ask(new CombinationCondition { First = Categories("food"), FirstQuantity = 3, Second = Categories("books") }, Basket));
    }

    [Fact]
    public void A_good_of_both_kinds_makes_no_set_with_itself() =>
        Assert.Null(Ask(new CombinationCondition { First = Categories("food"), Second = new GoodsSet { Skus = ["sku-1"] } }, Line(1, 100, quantity: 2)));

    [Fact]
    public void Goods_that_matched_are_those_of_all_parts_together_and_times_the_fewest()
    {
        var both = new AllOf(new CategoriesCondition { Categories = ["food"] }, new CategoriesCondition { Categories = ["books"], AtLeast = 3 });

        var held = Ask(both, Basket);

        Assert.Equal(1, held!.Value.Times);
        Assert.Equal([1, 3], held.Value.Lines);
    }

    [Fact]
    public void Any_of_several_matches_the_goods_of_those_that_hold()
    {
        var any = new AnyOf(new CategoriesCondition { Categories = ["food"] }, new CategoriesCondition { Categories = ["books"], AtLeast = 9 });

        Assert.Equal([1], Ask(any, Basket)!.Value.Lines);
        Assert.Null(Ask(new AnyOf(), Basket));
    }

    [Fact]
    public void Not_turns_a_condition_round_and_names_no_goods()
    {
        Assert.Equal([1, 2, 3], Ask(new Not(new CategoriesCondition { Categories = ["cars"] }), Basket)!.Value.Lines);
        Assert.Null(Ask(new Not(new CategoriesCondition { Categories = ["food"] }), Basket));
    }

    [Theory]
    [InlineData("card", true)]
    [InlineData("cash", false)]
    [InlineData("gift-card", true)]
    public void Paid_in_a_certain_way(string type, bool holds)
    {
        var draft = Receipt(Basket) with { PaymentTypes = ["Card"], PaidByGiftCard = Money.Of(10) };

        Assert.Equal(holds, new Shop(Campaign("c", new DiscountPercentReward(), new PaymentTypeCondition { Types = [type] })).Sell(draft).Gave("c"));
    }

    [Fact]
    public void In_a_store_through_a_channel()
    {
        var shop = new Shop(
            Campaign("store", new DiscountPercentReward(), new StoresCondition { Stores = ["North"] }),
            Campaign("channel", new DiscountPercentReward(), new ChannelCondition { Channels = ["web"] }));

        Assert.Equal([true, true], Both(Receipt(Basket) with { Store = "north ", Channel = "WEB" }));
        Assert.Equal([false, false], Both(Receipt(Basket) with { Store = "south" }));

        bool[] Both(ReceiptDraft draft) => [shop.Sell(draft).Gave("store"), shop.Sell(draft).Gave("channel")];
    }
}
