using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Features.ApiKeys;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class GiftCardsApiTests : IAsyncLifetime
{
    private const string Cards = "/api/v1/gift-cards";
    private GiftCardShop shop = null!;

    public async Task InitializeAsync() => shop = await GiftCardShop.OpenAsync();

    public async Task DisposeAsync() => await shop.DisposeAsync();

    [Fact]
    public async Task A_web_shop_sells_a_virtual_card_once_however_often_and_in_parallel_it_asks()
    {
        var request = new JsonObject { ["operationId"] = "web-1", ["series"] = shop.Virtual, ["from"] = "Михаил", ["to"] = "Анна", ["words"] = "С днём рождения!\nЦелую", ["channel"] = "web" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => shop.Till.PostAsync(Cards, ApiHost.Json(request.DeepClone()))));
        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.Created, a.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Equal(7, answers.Count(a => a.Headers.Contains("Idempotent-Replay")));
        var sold = JsonNode.Parse(bodies[0])!;
        Assert.Equal((1_000m, "2027-03-10", 4), ((decimal)sold["nominal"]!, (string)sold["lastDay"]!, ((string)sold["pin"]!).Length));
        Assert.Equal(100_000, (await shop.ProvedAsync()).Sold);

        request["to"] = "Мария";
        await ProblemAssert.IsAsync(await shop.Till.PostAsync(Cards, ApiHost.Json(request)), HttpStatusCode.Conflict, "GiftCards.PayloadConflict");
    }

    [Fact]
    public async Task A_card_with_a_secret_number_opens_by_it_and_five_guesses_block_it_whatever_the_door()
    {
        var sold = await shop.PostAsync(Cards, new JsonObject { ["operationId"] = "web-1", ["series"] = shop.Virtual });
        var (code, pin) = ((string)sold["code"]!, (string)sold["pin"]!);
        var wrong = pin == "0000" ? "0001" : "0000";
        var quote = shop.Paying("x", 10m, code);
        quote.Remove("receiptId");
        quote["giftCards"]![0]!["pin"] = wrong;
        var receipt = shop.Paying("x", 10m, code);
        receipt["giftCards"]![0]!["pin"] = wrong;

        await ProblemAssert.IsAsync(await shop.Till.PostAsync("/api/v1/receipts", ApiHost.Json(shop.Paying("x", 10m, code))), HttpStatusCode.BadRequest, "GiftCards.PinMissing");
        Assert.Equal(1_000m, (decimal)(await shop.LookUpAsync(code, pin))["available"]!);
        await ProblemAssert.IsAsync(await LookUpAsync(code, wrong), HttpStatusCode.UnprocessableEntity, "GiftCards.PinWrong");
        await ProblemAssert.IsAsync(await LookUpAsync(code, wrong), HttpStatusCode.UnprocessableEntity, "GiftCards.PinWrong");
        await ProblemAssert.IsAsync(await shop.Till.PostAsync("/api/v1/receipts/quote", ApiHost.Json(quote)), HttpStatusCode.UnprocessableEntity, "GiftCards.PinWrong");
        await ProblemAssert.IsAsync(await shop.Till.PostAsync("/api/v1/receipts", ApiHost.Json(receipt)), HttpStatusCode.UnprocessableEntity, "GiftCards.PinWrong");
        await ProblemAssert.IsAsync(await shop.Till.PostAsync("/api/v1/receipts", ApiHost.Json(receipt)), HttpStatusCode.UnprocessableEntity, "GiftCards.PinWrong");

        await ProblemAssert.IsAsync(await LookUpAsync(code, pin), HttpStatusCode.UnprocessableEntity, "GiftCards.PinWrong");
    }

    [Fact]
    public async Task A_plastic_card_is_sold_by_its_code_within_its_limits()
    {
        var code = (await shop.CodesAsync())[0];

        await ProblemAssert.IsAsync(await SellAsync(new JsonObject { ["operationId"] = "a", ["series"] = shop.Plastic, ["amount"] = 500 }), HttpStatusCode.BadRequest, "GiftCards.CodeMissing");
        await ProblemAssert.IsAsync(await SellAsync(new JsonObject { ["operationId"] = "a", ["code"] = code, ["amount"] = 50 }), HttpStatusCode.UnprocessableEntity, "GiftCards.AmountOutOfRange");
        Assert.Equal(HttpStatusCode.Created, (await SellAsync(new JsonObject { ["operationId"] = "a", ["code"] = code, ["amount"] = 500 })).StatusCode);
        await ProblemAssert.IsAsync(await SellAsync(new JsonObject { ["operationId"] = "b", ["code"] = code, ["amount"] = 500 }), HttpStatusCode.UnprocessableEntity, "GiftCards.SoldAlready");
        Assert.Equal(500m, (decimal)(await shop.LookUpAsync(code))["balance"]!);
    }

    [Fact]
    public async Task A_blocked_card_pays_nothing_and_its_money_stays()
    {
        var code = await shop.SoldAsync(500m);

        var blocked = await shop.Till.PostAsync($"{Cards}/block", ApiHost.Json(new JsonObject { ["code"] = code, ["reason"] = "lost by its holder" }));

        Assert.Equal(HttpStatusCode.NoContent, blocked.StatusCode);
        await ProblemAssert.IsAsync(await shop.Till.PostAsync("/api/v1/receipts", ApiHost.Json(shop.Paying("x", 10m, code))), HttpStatusCode.UnprocessableEntity, "GiftCards.Blocked");
        var seen = await shop.LookUpAsync(code);
        Assert.Equal(("blocked", 500m, 0m), ((string)seen["status"]!, (decimal)seen["balance"]!, (decimal)seen["available"]!));
    }

    [Fact]
    public async Task A_till_may_look_cards_up_and_only_keys_with_the_scope_sell_and_block()
    {
        var till = shop.Host.Caller((await shop.Host.KeyAsync(ApiScope.ReceiptsWrite)).Secret);
        var code = (await shop.CodesAsync())[0];

        Assert.Equal(HttpStatusCode.OK, (await till.PostAsync($"{Cards}/lookup", ApiHost.Json(new JsonObject { ["code"] = code }))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await till.PostAsync(Cards, ApiHost.Json(new JsonObject { ["operationId"] = "a", ["code"] = code }))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await till.PostAsync($"{Cards}/block", ApiHost.Json(new JsonObject { ["code"] = code, ["reason"] = "because" }))).StatusCode);
    }

    private Task<HttpResponseMessage> SellAsync(JsonNode body) => shop.Till.PostAsync(Cards, ApiHost.Json(body));

    private Task<HttpResponseMessage> LookUpAsync(string code, string pin) =>
        shop.Till.PostAsync($"{Cards}/lookup", ApiHost.Json(new JsonObject { ["code"] = code, ["pin"] = pin }));
}
