using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Tests.Features.Tiers;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Subscriptions;

/// <summary>R17 at the till: benefits while there is a subscription, the best of all counts, and what it brought is kept.</summary>
public sealed class PlansAtTheTillTests
{
    [Fact]
    public async Task A_subscriber_gets_the_plans_discount_and_points_and_the_receipt_says_by_what()
    {
        using var shop = await PlanShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        await shop.StartAsync(anna);

        var receipt = (await shop.Till.PostAsync(shop.Till.Sale("r1", "anna", 1_000m))).Receipt!;
        var other = (await shop.Till.PostAsync(shop.Till.Sale("r2", null, 1_000m))).Receipt!;

        // 10% off, 7% of the 900 left; the main scheme would have given 50 points on 1,000.
        Assert.Equal((10_000L, 90_000L, 63L), (receipt.Discount.Minor, receipt.Net.Minor, receipt.Accrued.Value));
        Assert.Contains("Plus", receipt.Reasons, StringComparison.Ordinal);
        Assert.Equal((0L, 0L), (other.Discount.Minor, other.Accrued.Value));
    }

    [Fact]
    public async Task What_the_plan_brought_is_the_discount_and_the_points_over_what_there_would_have_been_without_it()
    {
        using var shop = await PlanShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var id = (await shop.StartAsync(anna)).Value.SubscriptionId;

        await shop.Till.PostAsync(shop.Till.Sale("r1", "anna", 1_000m));

        // 100 off, and 63 − 50 = 13 points at 1 each.
        var saving = Assert.Single(await shop.SavingsAsync());
        Assert.Equal((10_000L, 1_300L, id), (saving.Discount, saving.Points, saving.SubscriptionId));
        Assert.Equal(113m, (await shop.SeeAsync(id)).Saved);
    }

    [Fact]
    public async Task A_return_takes_its_part_back_and_three_thirds_take_all()
    {
        using var shop = await PlanShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var id = (await shop.StartAsync(anna)).Value.SubscriptionId;
        await shop.Till.PostAsync(shop.Till.Sale("r1", "anna", 1_000m, quantity: 3));

        await shop.Till.PostAsync(shop.Till.Return("b1", "r1", 1));
        Assert.Equal(75.33m, (await shop.SeeAsync(id)).Saved);
        await shop.Till.PostAsync(shop.Till.Return("b2", "r1", 1));
        Assert.Equal(37.67m, (await shop.SeeAsync(id)).Saved);
        await shop.Till.PostAsync(shop.Till.Return("b3", "r1", 1));

        Assert.Equal(0m, (await shop.SeeAsync(id)).Saved);
    }

    [Fact]
    public async Task A_better_level_leaves_the_plan_nothing_to_bring_and_a_worse_one_its_difference()
    {
        using var shop = await PlanShop.OpenAsync(Ladder.Conditions(), PlanShop.Terms with { Benefits = new Benefits { AccrualRate = 8 } });
        var anna = await shop.MemberAsync("anna");
        var id = (await shop.StartAsync(anna)).Value.SubscriptionId;

        var atBase = (await shop.Till.PostAsync(shop.Till.Sale("r1", "anna", 5_000m))).Receipt!;
        var atGold = (await shop.Till.PostAsync(shop.Till.Sale("r2", "anna", 1_000m))).Receipt!;

        // At the base 8% in place of 5%; gold has 10% of its own.
        Assert.Equal((400L, 97L), (atBase.Accrued.Value, atGold.Accrued.Value));
        Assert.Equal(150m, (await shop.SeeAsync(id)).Saved);
        Assert.DoesNotContain("Plus", atGold.Reasons, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_less_for_having_a_plan_that_gives_less()
    {
        using var shop = await PlanShop.OpenAsync(terms: PlanShop.Terms with { Benefits = new Benefits { AccrualRate = 2, Words = "Parking" } });
        var anna = await shop.MemberAsync("anna");
        await shop.StartAsync(anna);

        Assert.Equal(50, (await shop.Till.PostAsync(shop.Till.Sale("r1", "anna", 1_000m))).Receipt!.Accrued.Value);
    }

    [Fact]
    public async Task Of_two_plans_the_better_rate_counts_and_each_keeps_only_what_it_added()
    {
        using var shop = await PlanShop.OpenAsync();
        await shop.PlanAsync("max", "Max", PlanShop.Terms with { Benefits = new Benefits { DiscountPercent = 15 } });
        var anna = await shop.MemberAsync("anna");
        var plus = (await shop.StartAsync(anna)).Value.SubscriptionId;
        var max = (await shop.StartAsync(anna, plan: "max")).Value.SubscriptionId;

        var receipt = (await shop.Till.PostAsync(shop.Till.Sale("r1", "anna", 1_000m))).Receipt!;

        // 15% off, then 7% of 850. Without Max: 10% off and 63 points; without Plus: 15% off and 42 points.
        Assert.Equal((15_000L, 59L), (receipt.Discount.Minor, receipt.Accrued.Value));
        Assert.Equal(46m, (await shop.SeeAsync(max)).Saved);
        Assert.Equal(17m, (await shop.SeeAsync(plus)).Saved);
    }

    [Fact]
    public async Task Receipts_are_judged_by_the_plan_at_their_own_time()
    {
        using var shop = await PlanShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var begun = shop.Till.Clock.UtcNow;
        await shop.StartAsync(anna, at: begun.AddDays(-60));

        var results = await shop.Till.ImportAsync(
            shop.Till.Sale("before", "anna", 1_000m, begun.AddDays(-61), source: ReceiptSource.Import),
            shop.Till.Sale("paid", "anna", 1_000m, begun.AddDays(-50), source: ReceiptSource.Import),
            shop.Till.Sale("grace", "anna", 1_000m, begun.AddDays(-60).AddMonths(1).AddDays(2), source: ReceiptSource.Import),
            shop.Till.Sale("lapsed", "anna", 1_000m, begun.AddDays(-5), source: ReceiptSource.Import));

        Assert.Equal([0L, 10_000L, 10_000L, 0L], results.Select(r => r.Receipt!.Discount.Minor));
    }

    [Fact]
    public async Task Other_terms_hold_from_the_moment_they_are_saved()
    {
        using var shop = await PlanShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        await shop.StartAsync(anna);
        var plan = (await shop.Get<PlanQueries>().AllAsync(default)).Single();
        var morning = shop.Till.Clock.UtcNow;
        shop.Till.Clock.Advance(TimeSpan.FromHours(2));
        await shop.Get<SavePlan>().ExecuteAsync(
            PlanShop.Shop, new OfferOrder<PlanTerms> { Id = plan.Id, Version = plan.Version, Name = plan.Name, Terms = PlanShop.Terms with { Benefits = new Benefits { DiscountPercent = 20 } } }, default);

        var late = (await shop.Till.PostAsync(shop.Till.Sale("r1", "anna", 1_000m, morning.AddHours(1)))).Receipt!;
        var now = (await shop.Till.PostAsync(shop.Till.Sale("r2", "anna", 1_000m))).Receipt!;

        Assert.Equal((10_000L, 20_000L), (late.Discount.Minor, now.Discount.Minor));
    }

    [Fact]
    public async Task The_quote_says_what_the_receipt_does_and_keeps_nothing()
    {
        using var shop = await PlanShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        await shop.StartAsync(anna);
        var sale = shop.Till.Sale("r1", "anna", 1_000m);

        var quote = (await shop.Get<QuoteReceipt>().ExecuteAsync(PlanShop.Shop, sale.Draft, sale.Member, default)).Value;

        Assert.Equal(10_000L, quote.Decision.Discount.Minor);
        Assert.Empty(await shop.SavingsAsync());
    }

    [Fact]
    public async Task A_purchase_held_with_the_plan_is_confirmed_with_it()
    {
        using var shop = await PlanShop.OpenAsync();
        var anna = await shop.MemberAsync("anna");
        var id = (await shop.StartAsync(anna)).Value.SubscriptionId;
        var hold = await shop.Till.HoldAsync(shop.Till.Sale("r1", "anna", 1_000m));

        var receipt = (await shop.Till.PostAsync(Till.Confirm(hold))).Receipt!;

        Assert.Equal((10_000L, 113m), (receipt.Discount.Minor, (await shop.SeeAsync(id)).Saved));
    }
}
