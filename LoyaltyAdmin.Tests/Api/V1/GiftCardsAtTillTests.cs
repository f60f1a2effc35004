using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Features.GiftCards;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class GiftCardsAtTillTests : IAsyncLifetime
{
    private const string Receipts = "/api/v1/receipts";
    private GiftCardShop shop = null!;

    public async Task InitializeAsync() => shop = await GiftCardShop.OpenAsync();

    public async Task DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task R17_a_card_is_sold_spent_in_parts_gets_money_back_is_emptied_and_ends_with_its_buying_order()
    {
        await shop.Host.MemberAsync("ivan");
        var code = (await shop.CodesAsync())[0];
        var selling = shop.Selling("sale", code, 1_000m);
        selling["member"] = new JsonObject { ["externalId"] = "ivan" };
        var sold = await shop.PostAsync(Receipts, selling);
        Assert.Equal((1_000m, 0m), ((decimal)sold["toPay"]!, (decimal)sold["accrued"]!));
        Assert.Equal(("sale", 1_000m, "2027-03-10"), ((string)sold["giftCards"]![0]!["move"]!, (decimal)sold["giftCards"]![0]!["left"]!, (string)sold["giftCards"]![0]!["lastDay"]!));

        var part = await shop.PostAsync(Receipts, shop.Paying("goods-1", 600m, code, 250m, "ivan"));
        Assert.Equal((250m, 350m), ((decimal)part["paidByGiftCards"]!, (decimal)part["toPay"]!));
        Assert.Equal(("•••• " + code[^4..], 250m, 750m), ((string)part["giftCards"]![0]!["code"]!, (decimal)part["giftCards"]![0]!["amount"]!, (decimal)part["giftCards"]![0]!["left"]!));
        Assert.Equal(30m, (decimal)part["accrued"]!);

        var whole = await shop.PostAsync(Receipts, shop.Paying("goods-2", 900m, code));
        Assert.Equal((750m, 150m), ((decimal)whole["paidByGiftCards"]!, (decimal)whole["toPay"]!));
        Assert.Equal("usedUp", (string)(await shop.LookUpAsync(code))["status"]!);

        // Cards first, money after them: of 900 given back, 750 go back to the emptied card.
        var back = await shop.ReturnAsync("goods-2", "back-1");
        Assert.Equal((150m, 750m), ((decimal)back["refund"]!, (decimal)back["giftCardRestored"]!));
        Assert.Equal(("active", 750m), ((string)(await shop.LookUpAsync(code))["status"]!, (decimal)(await shop.LookUpAsync(code))["balance"]!));

        // Of the buying order no more is paid out than what is left on the card.
        var refunded = await shop.ReturnAsync("sale", "back-2");
        Assert.Equal((750m, 0m), ((decimal)refunded["refund"]!, (decimal)refunded["giftCardRestored"]!));
        Assert.Equal(("disabled", 750m), ((string)refunded["giftCards"]![0]!["move"]!, (decimal)refunded["giftCards"]![0]!["amount"]!));
        await ProblemAssert.IsAsync(await TryAsync(shop.Paying("goods-3", 10m, code)), HttpStatusCode.UnprocessableEntity, "GiftCards.Disabled");

        // What the card paid before is still its holder's: it comes back to the card, and the card lives again.
        var late = await shop.ReturnAsync("goods-1", "back-3");
        Assert.Equal((350m, 250m), ((decimal)late["refund"]!, (decimal)late["giftCardRestored"]!));
        Assert.Equal(250m, (decimal)(await shop.LookUpAsync(code))["available"]!);
        var totals = await shop.ProvedAsync();
        Assert.Equal((100_000L, 25_000L, 0L, 75_000L), (totals.Sold, totals.Remaining, totals.Redeemed, totals.Disabled));
    }

    [Fact]
    public async Task R17_twenty_tills_that_take_the_whole_card_at_once_take_it_once()
    {
        var code = await shop.SoldAsync(1_000m);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => TryAsync(shop.Paying($"race-{i}", 1_000m, code, 1_000m))));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Created);
        foreach (var refused in answers.Where(a => a.StatusCode != HttpStatusCode.Created))
        {
            await ProblemAssert.IsAsync(refused, HttpStatusCode.UnprocessableEntity, "GiftCards.UsedUp");
        }

        Assert.Equal(100_000, (await shop.ProvedAsync()).Redeemed);
    }

    [Fact]
    public async Task The_same_receipt_again_takes_nothing_more_and_another_amount_under_its_name_is_a_conflict()
    {
        var code = await shop.SoldAsync(1_000m);
        var first = await TryAsync(shop.Paying("r", 400m, code, 300m));
        var again = await TryAsync(shop.Paying("r", 400m, code, 300m));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        await ProblemAssert.IsAsync(await TryAsync(shop.Paying("r", 400m, code, 299m)), HttpStatusCode.Conflict, "Receipts.PayloadConflict");
        await ProblemAssert.IsAsync(await TryAsync(shop.Host.Receipt("r", 400m)), HttpStatusCode.Conflict, "Receipts.PayloadConflict");
        Assert.Equal(700m, (decimal)(await shop.LookUpAsync(code))["balance"]!);
    }

    [Fact]
    public async Task A_quote_tells_what_the_card_would_pay_and_changes_nothing()
    {
        var code = await shop.SoldAsync(200m);
        var asked = shop.Paying("q", 500m, code);
        asked.Remove("receiptId");

        var quote = await shop.PostAsync($"{Receipts}/quote", asked);

        Assert.Equal((200m, 300m, 0m), ((decimal)quote["paidByGiftCards"]!, (decimal)quote["toPay"]!, (decimal)quote["giftCards"]![0]!["left"]!));
        Assert.Equal(200m, (decimal)(await shop.LookUpAsync(code))["balance"]!);
    }

    [Fact]
    public async Task Points_pay_first_and_the_card_pays_the_rest_but_never_another_gift_card()
    {
        await shop.Host.MemberAsync("ivan");
        await shop.Host.EarnAsync("ivan", 100);
        var code = await shop.SoldAsync(1_000m);

        var both = await shop.PostAsync(Receipts, shop.Paying("both", 200m, code, member: "ivan", redeem: 100));
        Assert.Equal((60m, 140m, 0m), ((decimal)both["redeemed"]!, (decimal)both["paidByGiftCards"]!, (decimal)both["toPay"]!));

        var another = shop.Paying("another", 100m, code);
        another["lines"]!.AsArray().Add(new JsonObject { ["line"] = 2, ["sku"] = "GIFT", ["quantity"] = 1, ["price"] = 500m, ["giftCard"] = (await shop.CodesAsync())[1] });
        var mixed = await shop.PostAsync(Receipts, another);
        Assert.Equal((100m, 500m), ((decimal)mixed["paidByGiftCards"]!, (decimal)mixed["toPay"]!));
    }

    [Fact]
    public async Task More_than_the_card_holds_is_refused_and_more_than_there_is_to_pay_is_left_on_it()
    {
        var code = await shop.SoldAsync(500m);

        var problem = await ProblemAssert.IsAsync(await TryAsync(shop.Paying("a", 900m, code, 501m)), HttpStatusCode.UnprocessableEntity, "GiftCards.NotEnough");
        var taken = await shop.PostAsync(Receipts, shop.Paying("b", 300m, code, 400m));

        Assert.Contains("500.00", (string)problem["detail"]!, StringComparison.Ordinal);
        Assert.Equal((300m, 0m, 200m), ((decimal)taken["paidByGiftCards"]!, (decimal)taken["toPay"]!, (decimal)taken["giftCards"]![0]!["left"]!));
    }

    [Fact]
    public async Task Cards_that_cannot_pay_or_be_sold_are_refused_each_by_its_reason_and_nothing_is_posted()
    {
        var codes = await shop.CodesAsync();
        var sold = await shop.SoldAsync(500m);

        await ProblemAssert.IsAsync(await TryAsync(shop.Paying("x", 10m, codes[1])), HttpStatusCode.UnprocessableEntity, "GiftCards.NotSold");
        await ProblemAssert.IsAsync(await TryAsync(shop.Paying("x", 10m, "4242424242424242")), HttpStatusCode.NotFound, "GiftCards.CardUnknown");
        var mistyped = await ProblemAssert.IsAsync(await TryAsync(shop.Paying("x", 10m, sold[..^1] + (char)('0' + ((sold[^1] - '0' + 1) % 10)))), HttpStatusCode.BadRequest, "Api.Invalid");
        Assert.True(mistyped["errors"]!.AsObject().ContainsKey("giftCards[0].code"));
        await ProblemAssert.IsAsync(await TryAsync(shop.Selling("x", sold, 500m)), HttpStatusCode.UnprocessableEntity, "GiftCards.SoldAlready");
        await ProblemAssert.IsAsync(await TryAsync(shop.Selling("x", codes[1], 99m)), HttpStatusCode.UnprocessableEntity, "GiftCards.AmountOutOfRange");
        var two = shop.Selling("x", codes[1], 500m);
        two["lines"]![0]!["quantity"] = 2;
        await ProblemAssert.IsAsync(await TryAsync(two), HttpStatusCode.BadRequest, "Api.Invalid");
        var twice = shop.Paying("x", 10m, sold);
        twice["giftCards"]!.AsArray().Add(new JsonObject { ["code"] = sold });
        await ProblemAssert.IsAsync(await TryAsync(twice), HttpStatusCode.BadRequest, "Api.Invalid");
        Assert.Equal(HttpStatusCode.NotFound, (await shop.Till.GetAsync($"{Receipts}/x")).StatusCode);
    }

    [Fact]
    public async Task R19_a_hold_sets_money_aside_until_it_is_confirmed_cancelled_or_its_time_is_over()
    {
        var code = await shop.SoldAsync(1_000m);
        var hold = await shop.PostAsync("/api/v1/holds", shop.Paying("h", 700m, code, 700m));
        Assert.Equal((0m, 700m, 300m), ((decimal)hold["toPay"]!, (decimal)hold["paidByGiftCards"]!, (decimal)(await shop.LookUpAsync(code))["available"]!));
        await ProblemAssert.IsAsync(await TryAsync(shop.Paying("other", 900m, code, 301m)), HttpStatusCode.UnprocessableEntity, "GiftCards.NotEnough");

        var confirmed = await shop.PostAsync($"/api/v1/holds/{hold["id"]}/confirm", new JsonObject());
        Assert.Equal((700m, 0m, 300m), ((decimal)confirmed["paidByGiftCards"]!, (decimal)confirmed["toPay"]!, (decimal)(await shop.LookUpAsync(code))["balance"]!));

        var cancelled = await shop.PostAsync("/api/v1/holds", shop.Paying("c", 300m, code, 300m));
        await shop.PostAsync($"/api/v1/holds/{cancelled["id"]}/cancel", new JsonObject());
        Assert.Equal(300m, (decimal)(await shop.LookUpAsync(code))["available"]!);

        var late = await shop.PostAsync("/api/v1/holds", shop.Paying("l", 300m, code, 300m));
        shop.Host.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(300m, (decimal)(await shop.LookUpAsync(code))["available"]!);
        await shop.PostAsync(Receipts, shop.Paying("first", 200m, code, 200m));
        var flagged = await shop.PostAsync($"/api/v1/holds/{late["id"]}/confirm", new JsonObject());
        Assert.Equal((100m, 200m), ((decimal)flagged["paidByGiftCards"]!, (decimal)flagged["toPay"]!));
        Assert.Contains(flagged["reasons"]!.AsArray(), r => (string)r!["code"]! == "Receipts.GiftCardShortfall");
        await shop.ProvedAsync();
    }

    [Fact]
    public async Task Two_holds_at_once_never_set_the_same_money_aside()
    {
        var code = await shop.SoldAsync(1_000m);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => shop.Till.PostAsync("/api/v1/holds", ApiHost.Json(shop.Paying($"h-{i}", 400m, code, 400m)))));

        Assert.Equal(2, answers.Count(a => a.StatusCode == HttpStatusCode.Created));
        Assert.Equal(200m, (decimal)(await shop.LookUpAsync(code))["available"]!);
    }

    [Fact]
    public async Task R17_a_card_ends_after_its_last_day_and_a_return_brings_it_back_for_the_days_of_grace()
    {
        var code = await shop.SoldAsync(1_000m);
        await shop.PostAsync(Receipts, shop.Paying("goods", 400m, code));
        shop.Host.Clock.UtcNow = new DateTime(2027, 3, 10, 21, 0, 0);
        await ProblemAssert.IsAsync(await TryAsync(shop.Paying("late", 10m, code)), HttpStatusCode.UnprocessableEntity, "GiftCards.Expired");

        var outcome = await shop.Host.Get<ExpireGiftCards>().ExecuteAsync(Actor.System("test"), null, default);
        var again = await shop.Host.Get<ExpireGiftCards>().ExecuteAsync(Actor.System("test"), null, default);
        Assert.Equal((1, 60_000L, 0), (outcome.Cards, outcome.Money, again.Cards));

        var back = await shop.ReturnAsync("goods", "back");
        Assert.Equal((0m, 400m), ((decimal)back["refund"]!, (decimal)back["giftCardRestored"]!));
        Assert.Equal("2027-04-10", (string)back["giftCards"]![0]!["lastDay"]!);
        Assert.Equal(400m, (decimal)(await shop.LookUpAsync(code))["available"]!);
        Assert.Equal(60_000, (await shop.ProvedAsync()).Expired);
    }

    [Fact]
    public async Task R17_selling_a_card_is_no_revenue_and_spending_it_is_so_nothing_is_counted_twice()
    {
        var code = await shop.SoldAsync(1_000m);
        await shop.PostAsync(Receipts, shop.Paying("goods", 1_500m, code));

        var kpi = await ApiHost.ReadAsync(await shop.Till.GetAsync("/api/v1/kpi?from=2026-03-01&to=2026-04-01"));
        Assert.Equal((1_500m, 2), ((decimal)kpi["revenue"]!, (int)kpi["receipts"]!));

        await shop.ReturnAsync("goods", "back");
        await shop.ReturnAsync("sale", "card back");
        kpi = await ApiHost.ReadAsync(await shop.Till.GetAsync("/api/v1/kpi?from=2026-03-01&to=2026-04-01"));
        Assert.Equal(0m, (decimal)kpi["revenue"]!);
    }

    [Fact]
    public async Task A_card_line_comes_back_whole_and_pays_out_what_is_left_of_what_was_paid()
    {
        var code = (await shop.CodesAsync())[0];
        var selling = shop.Selling("sale", code, 1_000m);
        selling["lines"]![0]!["discount"] = 100m;
        Assert.Equal(900m, (decimal)(await shop.PostAsync(Receipts, selling))["toPay"]!);
        await shop.PostAsync(Receipts, shop.Paying("goods", 400m, code));

        var half = await shop.Till.PostAsync($"{Receipts}/sale/returns", ApiHost.Json(new JsonObject
        {
            ["returnId"] = "half",
            ["occurredAt"] = "2026-03-10T09:00:00Z",
            ["lines"] = new JsonArray(new JsonObject { ["line"] = 1, ["quantity"] = 0.5m }),
        }));
        await ProblemAssert.IsAsync(half, HttpStatusCode.UnprocessableEntity, "GiftCards.ReturnWhole");
        Assert.Equal(540m, (decimal)(await shop.ReturnAsync("sale", "whole"))["refund"]!);
    }

    [Fact]
    public async Task What_a_till_sold_offline_is_taken_as_far_as_the_card_goes_and_flagged()
    {
        var code = await shop.SoldAsync(300m);
        var receipt = shop.Paying("off", 500m, code, 500m);
        receipt["offline"] = true;

        var posted = await shop.PostAsync(Receipts, receipt);

        Assert.Equal((300m, 200m), ((decimal)posted["paidByGiftCards"]!, (decimal)posted["toPay"]!));
        Assert.Contains(posted["reasons"]!.AsArray(), r => (string)r!["code"]! == "Receipts.GiftCardShortfall");
    }

    [Fact]
    public async Task The_switch_of_the_conditions_keeps_what_a_card_paid_from_earning()
    {
        await shop.Host.MemberAsync("ivan");
        var code = await shop.SoldAsync(600m);

        var on = await shop.PostAsync(Receipts, shop.Paying("on", 1_000m, code, 200m, "ivan"));
        await ConditionsOf.PublishAsync(shop.Host, c => c with { Accrual = c.Accrual with { OnPartPaidByGiftCard = false } });
        var off = await shop.PostAsync(Receipts, shop.Paying("off", 1_000m, code, 200m, "ivan"));

        Assert.Equal((50m, 40m), ((decimal)on["accrued"]!, (decimal)off["accrued"]!));
    }

    private Task<HttpResponseMessage> TryAsync(JsonNode receipt) => shop.Till.PostAsync(Receipts, ApiHost.Json(receipt));
}
