using System.Net;
using System.Text.Json.Nodes;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class HoldsApiTests : IAsyncLifetime
{
    private const string Holds = "/api/v1/holds";
    private ApiHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        client = (host = await ApiHost.StartAsync()).Caller();
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_purchase_is_held_then_confirmed_in_the_contracts_words()
    {
        var placed = await client.PostAsync(Holds, ApiHost.Json(host.Receipt("r-1", 334.00m, "ivan", redeem: 200)));
        var hold = await ApiHost.ReadAsync(placed);
        var balance = await BalanceAsync();
        var confirmed = await client.PostAsync($"{Holds}/{hold["id"]}/confirm", null);
        var receipt = await ApiHost.ReadAsync(confirmed);

        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        Assert.Equal(("open", 100m, 234m), ((string)hold["status"]!, (decimal)hold["held"]!, (decimal)hold["toPay"]!));
        Assert.Equal(host.Clock.UtcNow.AddSeconds(900), DateTimeOffset.Parse((string)hold["expiresAt"]!, null).UtcDateTime);
        Assert.Equal((0m, 100m), ((decimal)balance["available"]!, (decimal)balance["held"]!));
        Assert.Equal(HttpStatusCode.Created, confirmed.StatusCode);
        Assert.Equal(("r-1", 100m, 234m, 11m), ((string)receipt["receiptId"]!, (decimal)receipt["redeemed"]!, (decimal)receipt["toPay"]!, (decimal)receipt["balance"]!));
        Assert.Equal(hold["lines"]!.ToJsonString(), receipt["lines"]!.ToJsonString());
        Assert.Equal(hold["reasons"]!.ToJsonString(), receipt["reasons"]!.ToJsonString());
    }

    [Fact]
    public async Task Every_step_told_again_gives_the_same_answer_and_says_so()
    {
        var request = host.Receipt("r-1", 334.00m, "ivan", redeem: 100);
        var first = await client.PostAsync(Holds, ApiHost.Json(request));
        var again = await client.PostAsync(Holds, ApiHost.Json(request));
        var id = (await ApiHost.ReadAsync(first))["id"]!;
        var confirmed = await client.PostAsync($"{Holds}/{id}/confirm", null);
        var confirmedAgain = await client.PostAsync($"{Holds}/{id}/confirm", ApiHost.Json(request));
        var posted = await client.PostAsync("/api/v1/receipts", ApiHost.Json(request));

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        Assert.False(confirmed.Headers.Contains("Idempotent-Replay"));
        foreach (var replay in (HttpResponseMessage[])[confirmedAgain, posted])
        {
            Assert.Equal("true", replay.Headers.GetValues("Idempotent-Replay").Single());
            Assert.Equal(await confirmed.Content.ReadAsStringAsync(), await replay.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_cancelled_hold_frees_the_points_and_is_told_by_its_state()
    {
        var id = (await ApiHost.ReadAsync(await client.PostAsync(Holds, ApiHost.Json(host.Receipt("r-1", 334.00m, "ivan", redeem: 100)))))["id"]!;

        var cancelled = await ApiHost.ReadAsync(await client.PostAsync($"{Holds}/{id}/cancel", null));
        var found = await ApiHost.ReadAsync(await client.GetAsync($"{Holds}/{id}"));
        var confirmed = await client.PostAsync($"{Holds}/{id}/confirm", null);

        Assert.Equal("cancelled", (string)cancelled["status"]!);
        Assert.Equal(cancelled.ToJsonString(), found.ToJsonString());
        Assert.Equal(100m, (decimal)(await BalanceAsync())["available"]!);
        Assert.Equal(HttpStatusCode.Conflict, confirmed.StatusCode);
        Assert.Equal("Receipts.HoldCancelledConflict", (string)(await ApiHost.ReadAsync(confirmed))["code"]!);
    }

    [Fact]
    public async Task The_time_to_live_is_the_tills_to_choose_within_a_day()
    {
        var request = host.Receipt("r-1", 334.00m, "ivan", redeem: 100);
        request["ttl"] = 60;
        var id = (await ApiHost.ReadAsync(await client.PostAsync(Holds, ApiHost.Json(request))))["id"]!;
        host.Clock.Advance(TimeSpan.FromSeconds(61));
        var tooLong = host.Receipt("r-2", 334.00m, "ivan");
        tooLong["ttl"] = 86_401;

        var lapsed = await ApiHost.ReadAsync(await client.GetAsync($"{Holds}/{id}"));
        var refused = await client.PostAsync(Holds, ApiHost.Json(tooLong));

        Assert.Equal("lapsed", (string)lapsed["status"]!);
        Assert.Equal((100m, 0m), ((decimal)(await BalanceAsync())["available"]!, (decimal)(await BalanceAsync())["held"]!));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotNull((await ApiHost.ReadAsync(refused))["errors"]!["ttl"]);
    }

    [Fact]
    public async Task Of_twenty_holds_of_a_hundred_points_at_once_one_gets_them()
    {
        var holds = await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
            await ApiHost.ReadAsync(await client.PostAsync(Holds, ApiHost.Json(host.Receipt($"r-{i}", 334.00m, "ivan", redeem: 100))))));

        Assert.Equal([100m], holds.Select(h => (decimal)h["held"]!).Where(held => held > 0));
        await Task.WhenAll(holds.Select(h => client.PostAsync($"{Holds}/{h["id"]}/confirm", null)));
        var proof = await ApiHost.ReadAsync(await client.GetAsync("/api/v1/ledger/proof"));
        Assert.True((bool)proof["balanced"]!);
        Assert.Equal(100m, (decimal)proof["redeemed"]!);
    }

    [Theory]
    [InlineData("confirm")]
    [InlineData("cancel")]
    public async Task A_hold_that_is_not_there_is_not_found(string step)
    {
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{Holds}/4711/{step}", null)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.PostAsync($"{Holds}/x/{step}", null)).StatusCode);
    }

    private async Task<JsonNode> BalanceAsync()
    {
        var member = await ApiHost.ReadAsync(await client.GetAsync("/api/v1/members?externalId=ivan"));
        return await ApiHost.ReadAsync(await client.GetAsync($"/api/v1/members/{member["id"]}/balance"));
    }
}
