using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Conditions;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Campaigns.Till;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Features.Ledger;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Campaigns;

/// <summary>R8-R10: launched campaigns at the tills of a shop, with their limits, holds, returns and coupons.</summary>
public sealed class CampaignStoryTests : IAsyncLifetime
{
    private static readonly CampaignTerms TenPercent = new()
    {
        Audience = new() { Kind = AudienceKind.Everybody },
        Rewards = [new DiscountPercentReward { Percent = 10 }],
        Limits = new() { MoneyBudget = Money.Of(1_000) },
    };

    private static readonly CampaignTerms HundredPoints = new()
    {
        Condition = new ReceiptSumCondition { AtLeast = 500 },
        Rewards = [new FixedPointsReward { Points = 100 }],
        Limits = new() { PointsBudget = 1_000 },
    };

    private CampaignShop shop = null!;

    public async Task InitializeAsync() => shop = await CampaignShop.OpenAsync();

    public Task DisposeAsync()
    {
        shop.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task A_discount_is_given_to_everybody_and_counted()
    {
        var id = await shop.LaunchAsync("ten", TenPercent);

        var receipt = await shop.SellAsync(null, 200);

        Assert.Equal((Money.Of(20), Money.Of(180)), (receipt.Discount, receipt.Net));
        var offer = Assert.Single(OffersJson.Read(receipt.Offers));
        Assert.Equal(("ten", "TEN", OfferOutcome.Applied, Money.Of(20)), (offer.Campaign, offer.Name, offer.Outcome, offer.Discount));
        var total = await shop.TotalAsync(id);
        Assert.Equal((1L, Money.Of(20)), (total.Uses, total.Money));
    }

    [Fact]
    public async Task Points_of_a_campaign_are_a_lot_of_their_own_in_their_block()
    {
        await shop.LaunchAsync("hundred", HundredPoints);

        await shop.Till.MemberAsync("anna");
        var receipt = await shop.SellAsync("anna", 600);

        await using var db = shop.Till.Database.CreateDbContext();
        var lot = await db.Lots.SingleAsync(l => l.ReceiptId == receipt.Id);
        Assert.Equal(("campaign:hundred", 1, BudgetBlock.NonTargeted, new Points(100)), (lot.RuleKey, lot.RuleVersion, lot.Block, lot.Amount));
        Assert.True((await shop.Get<LedgerProof>().ExecuteAsync(Actor.System("test"), default)).Balanced);
    }

    [Theory]
    [InlineData(OnReturn.Proportional, 50, 50)]
    [InlineData(OnReturn.Keep, 100, 0)]
    [InlineData(OnReturn.Reevaluate, 0, 100)]
    public async Task A_return_takes_back_what_the_campaign_says_and_the_budget_gets_it(OnReturn policy, long left, long back)
    {
        var id = await shop.LaunchAsync("hundred", HundredPoints with { OnReturn = policy });
        await shop.Till.MemberAsync("anna");
        var sale = shop.Sale("anna", 600, quantity: 2);
        var receipt = (await shop.PostAsync(sale)).Receipt!;

        var goods = (await shop.PostAsync(shop.Till.Return("B1", sale.Key, 1))).Return!;

        Assert.Equal((new Points(100), new Points(back)), (receipt.Accrued, goods.Reversed));
        Assert.Equal(new Points(left), goods.BalanceAfter);
        Assert.Equal(new Points(left), (await shop.TotalAsync(id)).Points);
        await shop.PostAsync(shop.Till.Return("B2", sale.Key, 1));
        var total = await shop.TotalAsync(id);
        Assert.Equal(policy == OnReturn.Keep ? (1L, 100L) : (0L, 0L), (total.Uses, total.Points.Value));
    }

    [Fact]
    public async Task A_limit_of_uses_is_never_passed_by_32_parallel_tills()
    {
        var id = await shop.LaunchAsync("five", TenPercent with { Limits = new() { Total = 5, MoneyBudget = Money.Of(1_000) } });

        var receipts = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => shop.SellAsync(null, 100))));

        Assert.Equal(5, receipts.Count(r => r.Discount == Money.Of(10)));
        Assert.Equal(5, (await shop.TotalAsync(id)).Uses);
        Assert.All(receipts.Where(r => r.Discount.IsZero), r => Assert.Contains(ReasonsJson.Read(r.Reasons), reason => reason.Arguments.Contains("FIVE")));
    }

    [Fact]
    public async Task Budgets_are_never_overspent_by_32_parallel_tills()
    {
        var money = await shop.LaunchAsync("money", TenPercent with { Limits = new() { MoneyBudget = Money.Of(95) } });
        var points = await shop.LaunchAsync("points", HundredPoints with { Limits = new() { PointsBudget = 450 } });
        foreach (var i in Enumerable.Range(0, 32))
        {
            await shop.Till.MemberAsync($"m{i}");
        }

        var receipts = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() => shop.SellAsync($"m{i}", 1_000))));

        Assert.Equal(Money.Of(95), new Money(receipts.Sum(r => r.Discount.Minor)));
        Assert.Equal(450, receipts.Sum(r => r.Accrued.Value));
        Assert.Equal((Money.Of(95), new Points(450)), ((await shop.TotalAsync(money)).Money, (await shop.TotalAsync(points)).Points));
        await using var db = shop.Till.Database.CreateDbContext();
        Assert.Equal(450, await db.Lots.Where(l => l.Block == BudgetBlock.NonTargeted).SumAsync(l => l.Amount.Value));
    }

    [Fact]
    public async Task A_limit_of_a_member_holds_when_the_member_buys_twice_at_once()
    {
        await shop.LaunchAsync("once", HundredPoints with { Limits = new() { PerMember = 1, PointsBudget = 1_000 } });
        await shop.Till.MemberAsync("anna");

        var receipts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => shop.SellAsync("anna", 500))));

        Assert.Single(receipts, r => r.Accrued == new Points(100));
        Assert.Equal(7, receipts.Count(r => r.Accrued.IsZero));
    }

    [Fact]
    public async Task A_coupon_is_used_once_however_many_bring_it_and_comes_back_with_the_goods()
    {
        await shop.CouponsAsync(new() { Key = "leaflet", Count = 1, UsesPerCode = 1 });
        await shop.LaunchAsync("leaflet-ten", TenPercent with { RequiresCode = "leaflet" });
        var code = await CodeAsync();

        var sales = Enumerable.Range(0, 8).Select(_ => shop.Sale(null, 100, code)).ToList();
        var receipts = await Task.WhenAll(sales.Select(s => Task.Run(() => shop.PostAsync(s))));

        var used = Assert.Single(receipts, r => r.Receipt!.Discount == Money.Of(10)).Receipt!;
        Assert.All(receipts.Where(r => r.Receipt != used), r => Assert.Contains(ReasonsJson.Read(r.Receipt!.Reasons), reason => reason.Code == "Coupons.Used"));
        Assert.True((await shop.SellAsync(null, 100)).Discount.IsZero);

        await shop.PostAsync(shop.Till.Return("B1", used.Key, 1));
        Assert.Equal(Money.Of(10), (await shop.SellAsync(null, 100, code.ToLowerInvariant())).Discount);
    }

    [Fact]
    public async Task A_hold_sets_the_last_use_and_the_coupon_aside_until_it_is_cancelled_or_lapses()
    {
        await shop.CouponsAsync(new() { Key = "leaflet", Count = 1, UsesPerCode = 1 });
        var id = await shop.LaunchAsync("leaflet-ten", TenPercent with { RequiresCode = "leaflet", Limits = new() { Total = 1, MoneyBudget = Money.Of(100) } });
        var code = await CodeAsync();

        var held = (await shop.PostAsync(Till.Hold(shop.Sale(null, 100, code)))).Hold!;
        Assert.Equal(1, (await shop.TotalAsync(id)).Uses);
        var refused = await shop.SellAsync(null, 100, code);
        Assert.True(refused.Discount.IsZero);
        Assert.Contains(ReasonsJson.Read(refused.Reasons), r => r.Code == "Coupons.Reserved");

        await shop.PostAsync(new CancelPosting { Key = "", PayloadHash = "", Source = ReceiptSource.Api, HoldId = held.Id });
        Assert.Equal(0, (await shop.TotalAsync(id)).Uses);
        var again = (await shop.PostAsync(Till.Hold(shop.Sale(null, 100, code)))).Hold!;
        shop.Till.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await shop.Get<LapseHolds>().ExecuteAsync(Actor.System("jobs"), default));
        Assert.Equal(0, (await shop.TotalAsync(id)).Uses);

        Assert.Equal(HoldStatus.Open, again.Status);
        var third = shop.Sale(null, 100, code);
        var last = (await shop.PostAsync(Till.Hold(third))).Hold!;
        var confirmed = (await shop.PostAsync(new ConfirmPosting { Key = third.Key, PayloadHash = "", Source = ReceiptSource.Api, HoldId = last.Id })).Receipt!;
        Assert.Equal((Money.Of(10), 1L), (confirmed.Discount, (await shop.TotalAsync(id)).Uses));
    }

    [Fact]
    public async Task A_hold_whose_time_is_over_gives_its_coupon_back_at_the_next_purchase_without_a_job()
    {
        using var own = await CampaignShop.OpenAsync(new ProgramConditions());
        await own.Till.MemberAsync("anna", 100);
        await own.CouponsAsync(new() { Key = "leaflet", Count = 0, UsesPerCode = 1 });
        var code = (await own.Get<IssueCoupons>().GiveAsync(CampaignShop.Marketer, "leaflet", Till.Named("anna"), default)).Value.Coupon.Code;
        var id = await own.LaunchAsync("leaflet-ten", TenPercent with { RequiresCode = "leaflet" });
        var sale = own.Sale("anna", 100, code);
        var hold = (await own.PostAsync(Till.Hold(sale with { Draft = sale.Draft with { RedeemPoints = new Points(10) } }))).Hold!;
        Assert.Equal(new Points(10), hold.Points);

        own.Till.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(Money.Of(10), (await own.SellAsync("anna", 100, code)).Discount);
        Assert.Equal(1, (await own.TotalAsync(id)).Uses);
    }

    [Fact]
    public async Task A_stamp_card_rewards_the_third_purchase_and_a_return_takes_its_stamp()
    {
        await shop.Till.MemberAsync("anna");
        await shop.LaunchAsync("stamps", new CampaignTerms
        {
            Condition = new CollectedCondition { Measure = CollectedMeasure.Purchases, Target = 3 },
            Rewards = [new FixedPointsReward { Points = 50 }],
            Limits = new() { PointsBudget = 1_000 },
        });

        var first = shop.Sale("anna", 100);
        Assert.True((await shop.PostAsync(first)).Receipt!.Accrued.IsZero);
        Assert.True((await shop.SellAsync("anna", 100)).Accrued.IsZero);
        await shop.PostAsync(shop.Till.Return("B1", first.Key, 1));
        Assert.True((await shop.SellAsync("anna", 100)).Accrued.IsZero);
        Assert.Equal(new Points(50), (await shop.SellAsync("anna", 100)).Accrued);
    }

    [Fact]
    public async Task A_purchase_earns_a_coupon_of_the_member_that_the_next_one_uses_and_a_return_takes_unused()
    {
        await shop.CouponsAsync(new() { Key = "next", Count = 0, TermDays = 30 });
        await shop.LaunchAsync("give", new CampaignTerms { Rewards = [new IssueCouponReward { Series = "next" }] });
        await shop.LaunchAsync("take", TenPercent with { RequiresCode = "next" });
        await shop.Till.MemberAsync("anna");
        await shop.Till.MemberAsync("boris");

        var sale = shop.Sale("anna", 100);
        var code = Assert.Single(OffersJson.Read((await shop.PostAsync(sale)).Receipt!.Offers).Single(o => o.Campaign == "give").Issued);
        Assert.Contains(ReasonsJson.Read((await shop.SellAsync("boris", 100, code)).Reasons), r => r.Code == "Coupons.OfAnother");
        Assert.Equal(Money.Of(10), (await shop.SellAsync("anna", 100, code)).Discount);

        var second = shop.Sale("anna", 100);
        var unused = OffersJson.Read((await shop.PostAsync(second)).Receipt!.Offers).Single(o => o.Campaign == "give").Issued[0];
        await shop.PostAsync(shop.Till.Return("B1", second.Key, 1));
        Assert.Contains(ReasonsJson.Read((await shop.SellAsync("anna", 100, unused)).Reasons), r => r.Code == "Coupons.Void");
    }

    [Fact]
    public async Task The_control_group_gets_nothing_and_is_counted_always_the_same()
    {
        var id = await shop.LaunchAsync("half", HundredPoints with { ControlPercent = 50, Limits = new() { PointsBudget = 100_000 } });
        foreach (var i in Enumerable.Range(0, 20))
        {
            await shop.Till.MemberAsync($"m{i}");
        }

        var first = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.SellAsync($"m{i}", 500)));
        var second = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => shop.SellAsync($"m{i}", 500)));

        Assert.Equal(first.Select(r => r.Accrued.IsZero), second.Select(r => r.Accrued.IsZero));
        await using var db = shop.Till.Database.CreateDbContext();
        Assert.Equal(2 * first.Count(r => r.Accrued.IsZero), await db.ReceiptOffers.CountAsync(o => o.CampaignId == id && o.Outcome == OfferOutcome.Control));
        Assert.InRange(first.Count(r => r.Accrued.IsZero), 1, 19);
    }

    [Fact]
    public async Task What_is_paused_gives_nothing_but_to_receipts_of_before()
    {
        var id = await shop.LaunchAsync("ten", TenPercent);
        var before = shop.Till.Clock.UtcNow;
        shop.Till.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Null((await shop.Get<MoveCampaign>().PauseAsync(CampaignShop.Marketer, id, "Too dear", default)).Rejection);
        shop.Till.Clock.Advance(TimeSpan.FromHours(1));

        Assert.True((await shop.SellAsync(null, 100)).Discount.IsZero);
        var late = shop.Sale(null, 100);
        Assert.Equal(Money.Of(10), (await shop.PostAsync(late with { Draft = late.Draft with { OccurredAt = before.AddMinutes(10) } })).Receipt!.Discount);

        await shop.Get<MoveCampaign>().ResumeAsync(CampaignShop.Marketer, id, default);
        Assert.Equal(Money.Of(10), (await shop.SellAsync(null, 100)).Discount);
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one_and_a_return_goes_by_the_recorded_one()
    {
        var id = await shop.LaunchAsync("hundred", HundredPoints);
        await shop.Till.MemberAsync("anna");
        var sale = shop.Sale("anna", 600, quantity: 2);
        await shop.PostAsync(sale);
        shop.Till.Clock.Advance(TimeSpan.FromMinutes(1));

        var draft = new WriteCampaign.Draft { Name = "HUNDRED", Terms = HundredPoints with { Rewards = [new FixedPointsReward { Points = 30 }], OnReturn = OnReturn.Keep } };
        await shop.Get<WriteCampaign>().RewriteAsync(CampaignShop.Marketer, id, await shop.RevisionAsync(id), draft, default);
        Assert.Equal(new Points(100), (await shop.SellAsync("anna", 600)).Accrued);
        await shop.LaunchAsync(id);
        shop.Till.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(new Points(30), (await shop.SellAsync("anna", 600)).Accrued);
        Assert.Equal(new Points(50), (await shop.PostAsync(shop.Till.Return("B1", sale.Key, 1))).Return!.Reversed);
    }

    [Fact]
    public async Task The_same_receipt_again_gives_the_same_answer_and_counts_once()
    {
        var id = await shop.LaunchAsync("ten", TenPercent);
        var sale = shop.Sale(null, 100);

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => shop.PostAsync(sale))));

        Assert.Equal(9, results.Count(r => r.Replayed));
        Assert.Equal(1, (await shop.TotalAsync(id)).Uses);
        Assert.All(results, r => Assert.Equal("ten", Assert.Single(OffersJson.Read(r.Receipt!.Offers)).Campaign));
    }

    private async Task<string> CodeAsync()
    {
        await using var db = shop.Till.Database.CreateDbContext();
        return await db.Coupons.Select(c => c.Code).SingleAsync();
    }
}
