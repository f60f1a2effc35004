using LoyaltyAdmin.Domain.GiftCards;
using LoyaltyAdmin.Domain.Ledger;
using LoyaltyAdmin.Domain.Members;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Receipts.Engine;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Features.Receipts;
using LoyaltyAdmin.Features.Rollups;
using LoyaltyAdmin.Features.Tiers;
using LoyaltyAdmin.Security;
using LoyaltyAdmin.Tests.Features.Tiers;
using LoyaltyAdmin.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Features.Partners;

/// <summary>Purchases, returns and holds at partners' tills.</summary>
public sealed class PartnersAtTheTillTests
{
    private static readonly PartnerConditions TwoPercent = new() { Accrual = PartnerAccrual.Percent, Percent = 2m };

    [Fact]
    public async Task The_balance_is_one_earned_at_one_partner_and_spent_at_another()
    {
        using var coalition = await Coalition.OpenAsync();
        var (bakery, fuel) = (await coalition.PartnerAsync("bakery", TwoPercent), await coalition.PartnerAsync("fuel", new PartnerConditions()));
        await coalition.Till.MemberAsync("anna");

        var bread = await coalition.SellAsync(bakery, "1", "anna", 1_000m);
        var petrol = await coalition.SellAsync(fuel, "1", "anna", 1_000m, redeem: 20);

        Assert.Equal((20L, 20L, 49L), (bread.Accrued.Value, petrol.RedeemedPoints.Value, petrol.Accrued.Value));
        Assert.Equal((bakery.Id, fuel.Id), (bread.PartnerId, petrol.PartnerId));
        await using var db = coalition.Database.CreateDbContext();
        Assert.Equal(["bakery", "fuel"], await db.Lots.OrderBy(l => l.Id).Select(l => l.Partner).ToListAsync());
        Assert.Equal(49, (await coalition.Till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task Gift_cards_of_the_shop_neither_pay_nor_are_sold_at_a_partner()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", TwoPercent);
        await coalition.Till.MemberAsync("anna");
        var sale = coalition.Till.Sale("1", "anna", 500m);
        var paying = sale with { Draft = sale.Draft with { GiftCards = [new GiftCardPayment("5500000000000001", null, Money.Of(100))] } };
        var selling = sale with { Draft = sale.Draft with { Lines = [sale.Draft.Lines[0] with { GiftCard = "5500000000000001" }] } };

        foreach (var refused in new Posting[] { paying, selling, Till.Hold(paying) })
        {
            Assert.Equal("GiftCards.NotAtPartners", (await coalition.AtAsync(bakery, refused)).Rejection?.Code);
        }

        await using var db = coalition.Database.CreateDbContext();
        Assert.Equal((0, 0), (await db.Receipts.CountAsync(r => r.PartnerId == bakery.Id), await db.Holds.CountAsync()));
    }

    [Fact]
    public async Task Each_owner_of_tills_numbers_receipts_as_it_likes()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", TwoPercent);
        await coalition.Till.MemberAsync("anna");

        await coalition.SellAsync(null, "7", "anna", 100m);
        await coalition.SellAsync(bakery, "7", "anna", 100m);
        var again = await coalition.AtAsync(bakery, coalition.Till.Sale("7", "anna", 100m));
        var other = await coalition.AtAsync(bakery, coalition.Till.Sale("7", "anna", 200m));

        Assert.True(again.Replayed);
        Assert.Equal(("Receipts.PayloadConflict", "7"), (other.Rejection!.Code, (string)other.Rejection.Arguments[0]));
        await using var db = coalition.Database.CreateDbContext();
        Assert.Equal(1, await db.Receipts.CountAsync(r => r.PartnerId == bakery.Id));
    }

    [Fact]
    public async Task Nobody_gets_at_anothers_receipts_even_by_a_number_that_looks_like_theirs()
    {
        using var coalition = await Coalition.OpenAsync();
        var (bakery, fuel) = (await coalition.PartnerAsync("bakery", TwoPercent), await coalition.PartnerAsync("fuel", TwoPercent));
        await coalition.Till.MemberAsync("anna");
        await coalition.SellAsync(null, "bakery:1", "anna", 500m);
        await coalition.SellAsync(fuel, "2", "anna", 500m);

        // The shop's own till chose a number that a partner's receipt would be kept under: it stays the shop's.
        var taken = await coalition.AtAsync(bakery, coalition.Till.Sale("1", "anna", 500m));
        Assert.Equal("Receipts.PayloadConflict", taken.Rejection?.Code);
        Assert.Null(taken.Receipt);
        foreach (var (till, receipt) in new[] { (bakery, "1"), (bakery, "2"), (bakery, "bakery:1"), (null, "2"), (null, "fuel:2"), (fuel, "bakery:1") })
        {
            var back = await coalition.AtAsync(till, coalition.Till.Return($"back-{till?.Key}-{receipt}", receipt, 1m));
            Assert.Equal("Receipts.ReceiptUnknown", back.Rejection?.Code);
        }

        Assert.Equal("Receipts.ReceiptUnknown", (await FindAsync(bakery, "1")).Rejection?.Code);
        Assert.Equal("Receipts.ReceiptUnknown", (await FindAsync(bakery, "2")).Rejection?.Code);
        Assert.Null((await FindAsync(fuel, "2")).Rejection);

        Task<Result<Receipt>> FindAsync(PartnerTill till, string key) =>
            coalition.Use<FindReceipt>().ExecuteAsync(Coalition.Admin with { Partner = till }, key, default);
    }

    [Fact]
    public async Task A_hold_is_confirmed_and_cancelled_only_by_the_till_that_placed_it()
    {
        using var coalition = await Coalition.OpenAsync();
        var (bakery, fuel) = (await coalition.PartnerAsync("bakery", new PartnerConditions()), await coalition.PartnerAsync("fuel", new PartnerConditions()));
        await coalition.Till.MemberAsync("anna", 100);
        var hold = (await coalition.AtAsync(bakery, LoyaltyAdmin.Tests.Support.Till.Hold(coalition.Till.Sale("1", "anna", 1_000m, redeem: 50)))).Hold!;

        foreach (var other in new[] { fuel, null })
        {
            Assert.Equal("Receipts.HoldUnknown", (await coalition.AtAsync(other, LoyaltyAdmin.Tests.Support.Till.Confirm(hold))).Rejection?.Code);
            Assert.Equal("Receipts.HoldUnknown", (await coalition.AtAsync(other, LoyaltyAdmin.Tests.Support.Till.Cancel(hold))).Rejection?.Code);
        }

        Assert.Equal("Receipts.HoldUnknown", (await coalition.Use<FindHold>().ExecuteAsync(Coalition.Admin with { Partner = fuel }, hold.Id, default)).Rejection?.Code);
        var posted = await coalition.AtAsync(bakery, LoyaltyAdmin.Tests.Support.Till.Confirm(hold));
        Assert.Equal((bakery.Id, 50L), (posted.Receipt!.PartnerId, posted.Receipt.RedeemedPoints.Value));
        Assert.Equal(50, (await coalition.PartnerAsync(bakery)).Lines.Sum(l => l.Redeemed.Value));
    }

    [Fact]
    public async Task Goods_come_back_where_they_were_bought_and_the_points_with_them()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", TwoPercent);
        await coalition.Till.MemberAsync("anna", 100);
        await coalition.SellAsync(bakery, "1", "anna", 1_000m, redeem: 100, quantity: 2);

        var back = await coalition.ReturnAsync(bakery, "b", "1", quantity: 1);

        Assert.Equal((bakery.Id, 50L, 9L, 450_00L), (back.PartnerId, back.Restored.Value, back.Reversed.Value, back.Refund.Minor));
    }

    [Theory]
    [InlineData(PartnerState.Paused, ReasonCodes.PartnerPaused)]
    [InlineData(null, ReasonCodes.PartnerWithoutTerms)]
    public async Task Paused_and_without_terms_a_till_sells_and_nothing_is_earned_or_spent(PartnerState? state, string reason)
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", state is null ? null : TwoPercent);
        await coalition.Till.MemberAsync("anna", 100);
        if (state is { } moved)
        {
            Assert.Null(await coalition.Use<SavePartner>().MoveAsync(Coalition.Admin, bakery.Id, moved, "why", default));
        }

        var receipt = await coalition.SellAsync(bakery, "1", "anna", 1_000m, redeem: 50);

        Assert.Equal((0L, 0L, 1_000_00L), (receipt.Accrued.Value, receipt.RedeemedPoints.Value, receipt.Net.Minor));
        Assert.Contains(reason, receipt.Reasons, StringComparison.Ordinal);
        Assert.Equal(100, (await coalition.Till.AccountAsync("anna")).Available.Value);
    }

    [Fact]
    public async Task A_closed_partner_sells_nothing_new_but_takes_goods_back_and_is_answered_what_it_posted_before()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", TwoPercent);
        await coalition.Till.MemberAsync("anna");
        await coalition.SellAsync(bakery, "1", "anna", 1_000m);
        await coalition.Use<SavePartner>().MoveAsync(Coalition.Admin, bakery.Id, PartnerState.Closed, "left", default);

        Assert.Equal("Receipts.PartnerClosed", (await coalition.AtAsync(bakery, coalition.Till.Sale("2", "anna", 10m))).Rejection?.Code);
        Assert.Equal("Receipts.PartnerClosed", (await coalition.AtAsync(bakery, LoyaltyAdmin.Tests.Support.Till.Hold(coalition.Till.Sale("3", "anna", 10m)))).Rejection?.Code);
        Assert.True((await coalition.AtAsync(bakery, coalition.Till.Sale("1", "anna", 1_000m))).Replayed);
        Assert.Equal(20, (await coalition.ReturnAsync(bakery, "b", "1")).Reversed.Value);
    }

    [Fact]
    public async Task A_receipt_has_the_terms_of_its_own_time()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", TwoPercent);
        await coalition.Till.MemberAsync("anna");
        var before = coalition.Till.Clock.UtcNow.AddHours(1);
        await coalition.AgreeAsync(bakery.Id, TwoPercent with { Percent = 10m }, before.AddHours(1));
        coalition.Till.Clock.Advance(TimeSpan.FromHours(5));

        var late = await coalition.AtAsync(bakery, coalition.Till.Sale("1", "anna", 1_000m, at: before));
        var now = await coalition.SellAsync(bakery, "2", "anna", 1_000m);

        Assert.Equal((20L, 100L), (late.Receipt!.Accrued.Value, now.Accrued.Value));
        Assert.Equal("Partners.FromPast", (await coalition.Use<AgreeTerms>().ExecuteAsync(Coalition.Admin, bakery.Id, TwoPercent, before, "again", default)).Rejection?.Code);
    }

    [Fact]
    public async Task Figures_of_sales_are_the_shops_own_and_figures_of_points_everybodys()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", TwoPercent);
        await coalition.Till.MemberAsync("anna", 10);
        await coalition.SellAsync(bakery, "1", "anna", 5_000m, quantity: 2);
        await coalition.ReturnAsync(bakery, "b", "1");
        await coalition.SellAsync(bakery, "2", null, 700m);

        await using var db = coalition.Database.CreateDbContext();
        Assert.Equal(200_00, await db.DailySales.SumAsync(d => d.Net - d.Refunds));
        Assert.Equal(110, await db.DailyPoints.Where(p => p.Kind == EntryKind.Accrual).SumAsync(p => p.Points));
        Assert.Equal((1, 200_00L), await db.Accounts.Select(a => ValueTuple.Create(a.Receipts, a.NetRevenueMinor)).SingleAsync());
        Assert.Empty(await coalition.Use<CheckRollups>().ExecuteAsync(default));
        await coalition.Use<RebuildRollups>().ExecuteAsync(Coalition.Admin, default);
        Assert.Empty(await coalition.Use<CheckRollups>().ExecuteAsync(default));
        Assert.Equal(200_00, await db.DailySales.SumAsync(d => d.Net - d.Refunds));
    }

    [Fact]
    public async Task Levels_count_what_was_bought_at_the_shop()
    {
        using var coalition = await Coalition.OpenAsync(Ladder.Conditions());
        var bakery = await coalition.PartnerAsync("bakery", TwoPercent);
        await coalition.Till.MemberAsync("anna");

        await coalition.SellAsync(bakery, "1", "anna", 9_000m);
        var next = await coalition.SellAsync(null, "1", "anna", 500m);
        await coalition.Use<RecalculateTiers>().ExecuteAsync(Coalition.Admin, null, default);

        await using var db = coalition.Database.CreateDbContext();
        Assert.Equal(("base", 25L), (next.Tier, next.Accrued.Value));
        Assert.Empty(await db.MemberTiers.Where(t => t.Level != "base").ToListAsync());
    }

    [Fact]
    public async Task The_list_of_receipts_is_the_shops_own_until_a_partner_is_asked_for()
    {
        using var coalition = await Coalition.OpenAsync();
        var bakery = await coalition.PartnerAsync("bakery", TwoPercent);
        await coalition.Till.MemberAsync("anna", 10);
        await coalition.SellAsync(bakery, "1", "anna", 5_000m);
        var queries = coalition.Use<ReceiptListQueries>();
        var page = new LoyaltyAdmin.Platform.PageRequest(0, 50);

        var own = await queries.ListAsync(await queries.WithPeriodAsync(new ReceiptFilter(), default), new ReceiptOrder(ReceiptSort.Time), page, default);
        var theirs = await queries.ListAsync(new ReceiptFilter { PartnerId = bakery.Id }, new ReceiptOrder(ReceiptSort.Time), page, default);

        Assert.Equal(("join-anna", 1), (Assert.Single(own.Rows).Key, own.Totals.Rows));
        Assert.Equal(("bakery:1", "The bakery", 1), (Assert.Single(theirs.Rows).Key, theirs.Rows[0].Partner, theirs.Totals.Rows));
    }
}
