using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Data;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class ReceiptsApiTests : IAsyncLifetime
{
    private const string Receipts = "/api/v1/receipts";
    private ApiHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync() => client = (host = await ApiHost.StartAsync()).Caller();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_receipt_is_decided_and_answered_in_the_contracts_words()
    {
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);

        var response = await client.PostAsync(Receipts, ApiHost.Json(host.Receipt("r-1", 334.00m, "ivan", redeem: 100)));

        var answer = await Created(response);
        Assert.Equal("r-1", (string)answer["receiptId"]!);
        Assert.Equal(334m, (decimal)answer["gross"]!);
        Assert.Equal(100m, (decimal)answer["redeemed"]!);
        Assert.Equal(100m, (decimal)answer["redeemedPoints"]!);
        Assert.Equal(234m, (decimal)answer["toPay"]!);
        Assert.Equal(11m, (decimal)answer["accrued"]!);
        Assert.Equal(0m, (decimal)answer["pending"]!);
        Assert.Equal(11m, (decimal)answer["balance"]!);
        Assert.Equal(11m, (decimal)answer["lines"]![0]!["accrued"]!);
        Assert.All(answer["reasons"]!.AsArray(), reason => Assert.NotEqual((string?)reason!["code"], (string?)reason["text"]));
    }

    [Fact]
    public async Task A_quote_answers_what_posting_would_and_changes_nothing()
    {
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 50);
        var receipt = host.Receipt("r-1", 334.00m, "ivan", redeem: 100);

        var quoted = await ApiHost.ReadAsync(await client.PostAsync($"{Receipts}/quote", ApiHost.Json(receipt)));
        var again = await ApiHost.ReadAsync(await client.PostAsync($"{Receipts}/quote", ApiHost.Json(receipt)));
        var posted = await Created(await client.PostAsync(Receipts, ApiHost.Json(receipt)));

        Assert.Equal(quoted.ToJsonString(), again.ToJsonString());
        Assert.Equal(50m, (decimal)quoted["maxRedeemable"]!);
        foreach (var field in (string[])["gross", "discount", "redeemed", "toPay", "accrued", "pending", "lines", "reasons", "balance"])
        {
            Assert.Equal(posted[field]!.ToJsonString(), quoted[field]!.ToJsonString());
        }
    }

    [Fact]
    public async Task The_event_of_a_receipt_finds_nothing_to_do_where_points_are_spendable_at_once_and_no_unknown_receipt()
    {
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);
        await Created(await client.PostAsync(Receipts, ApiHost.Json(host.Receipt("r-1", 200.00m, "ivan"))));

        var known = await ApiHost.ReadAsync(await client.PostAsync($"{Receipts}/r-1/activate", null));
        var unknown = await client.PostAsync($"{Receipts}/none/activate", null);

        Assert.Equal((0m, 110m), ((decimal)known["activated"]!, (decimal)known["balance"]!));
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task The_same_receipt_again_is_a_replay_however_it_is_spelled()
    {
        await host.MemberAsync("ivan", phone: "+79161234567");
        var first = await client.PostAsync(Receipts, ApiHost.Json(
            """{"receiptId":"r-1","occurredAt":"2026-03-10T12:00:00+03:00","member":{"phone":"+7 (916) 123-45-67"},"lines":[{"sku":"A","quantity":1,"price":100.0}]}"""));
        var second = await client.PostAsync(Receipts, ApiHost.Json(
            """{"lines":[{"price":1e2,"quantity":1.000,"sku":"A","line":1}],"member":{"phone":"+79161234567"},"occurredAt":"2026-03-10T09:00:00Z","receiptId":"r-1","extra":1}"""));

        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.False(first.Headers.Contains("Idempotent-Replay"));
        Assert.Equal("true", second.Headers.GetValues("Idempotent-Replay").Single());
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Another_receipt_under_the_same_key_is_a_conflict_and_changes_nothing()
    {
        await Created(await client.PostAsync(Receipts, ApiHost.Json(host.Receipt("r-1", 100m))));

        var response = await client.PostAsync(Receipts, ApiHost.Json(host.Receipt("r-1", 101m)));

        await ProblemAssert.IsAsync(response, HttpStatusCode.Conflict, "Receipts.PayloadConflict");
        var kept = await ApiHost.ReadAsync(await client.GetAsync($"{Receipts}/r-1"));
        Assert.Equal(100m, (decimal)kept["gross"]!);
    }

    [Fact]
    public async Task Twenty_receipts_at_once_cannot_spend_the_same_hundred_points()
    {
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);

        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(async i =>
            await Created(await client.PostAsync(Receipts, ApiHost.Json(host.Receipt($"r-{i}", 334.00m, "ivan", redeem: 100))))));

        // Whoever comes first takes the hundred; the others spend only what the ones before them earned.
        Assert.Single(answers, a => (decimal)a["redeemedPoints"]! == 100m);
        var spent = answers.Sum(a => (decimal)a["redeemedPoints"]!);
        var earned = answers.Sum(a => (decimal)a["accrued"]!);
        Assert.All(answers, a => Assert.True((decimal)a["balance"]! >= 0));
        await using var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        var left = (await db.Lots.Select(l => l.Remaining).ToListAsync()).Sum(p => p.Value);
        Assert.Equal(100m + earned - spent, left);
    }

    [Fact]
    public async Task One_receipt_posted_twenty_times_at_once_is_one_receipt()
    {
        await host.MemberAsync("ivan");
        var receipt = host.Receipt("r-1", 334.00m, "ivan").ToJsonString();

        var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.PostAsync(Receipts, ApiHost.Json(receipt))));

        Assert.All(responses, r => Assert.Equal(HttpStatusCode.Created, r.StatusCode));
        Assert.Equal(19, responses.Count(r => r.Headers.Contains("Idempotent-Replay")));
        Assert.Single((await Task.WhenAll(responses.Select(r => r.Content.ReadAsStringAsync()))).Distinct());
        await using var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        Assert.Equal(1, await db.Receipts.CountAsync());
    }

    [Fact]
    public async Task A_return_gives_money_and_points_back_and_is_idempotent()
    {
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);
        await Created(await client.PostAsync(Receipts, ApiHost.Json(host.Receipt("shop/7", 334.00m, "ivan", redeem: 100))));
        var address = $"{Receipts}/shop%2F7/returns";
        const string Body = """{"returnId":"t-1","occurredAt":"2026-03-10T12:00:00","lines":[{"line":1,"quantity":1}]}""";

        var first = await client.PostAsync(address, ApiHost.Json(Body));
        var second = await client.PostAsync(address, ApiHost.Json(Body));
        var other = await client.PostAsync(address, ApiHost.Json(Body.Replace("\"quantity\":1", "\"quantity\":0.5", StringComparison.Ordinal)));
        var more = await client.PostAsync(address, ApiHost.Json(Body.Replace("t-1", "t-2", StringComparison.Ordinal)));

        var answer = await Created(first);
        Assert.Equal(234m, (decimal)answer["refund"]!);
        Assert.Equal(100m, (decimal)answer["pointsRestored"]!);
        Assert.Equal(11m, (decimal)answer["accrualReversed"]!);
        Assert.Equal(0m, (decimal)answer["debt"]!);
        Assert.Equal(100m, (decimal)answer["balance"]!);
        Assert.Equal("true", second.Headers.GetValues("Idempotent-Replay").Single());
        Assert.Equal(answer.ToJsonString(), (await Created(second)).ToJsonString());
        await ProblemAssert.IsAsync(other, HttpStatusCode.Conflict, "Receipts.PayloadConflict");
        await ProblemAssert.IsAsync(more, HttpStatusCode.UnprocessableEntity, "Receipts.ReturnTooMuch");
    }

    [Fact]
    public async Task After_sales_and_returns_the_ledger_is_proved()
    {
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);
        await Created(await client.PostAsync(Receipts, ApiHost.Json(host.Receipt("r-1", 334.00m, "ivan", redeem: 60))));
        await Created(await client.PostAsync($"{Receipts}/r-1/returns", ApiHost.Json(
            """{"returnId":"t-1","occurredAt":"2026-03-10T12:00:00","lines":[{"line":1,"quantity":0.5}]}""")));

        var proof = await ApiHost.ReadAsync(await client.GetAsync("/api/v1/ledger/proof"));

        Assert.True((bool)proof["balanced"]!);
        Assert.Equal(1, (long)proof["accounts"]!);
        Assert.Equal(113m, (decimal)proof["issued"]!);
        Assert.Equal("2026-03-10T12:00:00+03:00", (string?)proof["checkedAt"]);
    }

    [Fact]
    public async Task What_is_not_there_is_unknown()
    {
        await ProblemAssert.IsAsync(await client.GetAsync($"{Receipts}/nothing"), HttpStatusCode.NotFound, "Receipts.ReceiptUnknown");
        await ProblemAssert.IsAsync(
            await client.PostAsync(Receipts, ApiHost.Json(host.Receipt("r-1", 10m, "nobody"))), HttpStatusCode.NotFound, "Members.Unknown");
        await ProblemAssert.IsAsync(
            await client.PostAsync($"{Receipts}/nothing/returns", ApiHost.Json(
                """{"returnId":"t","occurredAt":"2026-03-10","lines":[{"line":1,"quantity":1}]}""")),
            HttpStatusCode.NotFound,
            "Receipts.ReceiptUnknown");
    }

    [Fact]
    public async Task A_coupon_that_is_not_known_does_not_stop_the_sale()
    {
        var receipt = host.Receipt("r-1", 100m);
        receipt["codes"] = new JsonArray("SPRING");

        var answer = await Created(await client.PostAsync(Receipts, ApiHost.Json(receipt)));

        Assert.Contains(answer["reasons"]!.AsArray(), reason =>
            (string?)reason!["code"] == "Coupons.Unknown" && (string?)reason["text"] == "There is no coupon SPRING. Check the code.");
    }

    [Theory]
    [InlineData("\"ivan\"")]
    [InlineData("{\"externalId\":\"ivan\"}")]
    [InlineData("{\"id\":ID}")]
    [InlineData("ID")]
    [InlineData("{\"phone\":\"8 916 123-45-67\"}")]
    public async Task A_member_is_found_by_any_of_the_names(string name)
    {
        var id = await host.MemberAsync("ivan", phone: "+79161234567");
        var body = host.Receipt("r-1", 100m).ToJsonString()
            .Replace("\"member\":null", $"\"member\":{name.Replace("ID", $"{id}", StringComparison.Ordinal)}", StringComparison.Ordinal);

        var answer = await Created(await client.PostAsync(Receipts, ApiHost.Json(body)));

        Assert.Equal(id, (long)answer["memberId"]!);
        Assert.Equal(5m, (decimal)answer["accrued"]!);
    }

    private static async Task<JsonObject> Created(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await ApiHost.ReadAsync(response);
    }
}
