using System.Net;
using System.Text.Json.Nodes;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class JournalApiTests : IAsyncLifetime
{
    private const string Journal = "/api/v1/journal";
    private ApiHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync() => client = (host = await ApiHost.StartAsync()).Caller();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task What_is_refused_or_malformed_tells_why_and_does_not_hold_up_the_rest()
    {
        await host.MemberAsync("ivan");

        var items = await SendAsync(
            new JsonObject { ["receipt"] = host.Receipt("r-1", 100m, "ivan") },
            new JsonObject { ["receipt"] = host.Receipt("r-2", 100m, "nobody") },
            new JsonObject { ["receipt"] = new JsonObject { ["receiptId"] = "r-3" } },
            [],
            new JsonObject { ["cancel"] = new JsonObject { ["holdId"] = 4711 } },
            new JsonObject { ["receipt"] = host.Receipt("r-4", 100m, "ivan") });

        Assert.Equal([201, 404, 400, 400, 404, 201], items.Select(item => (int)item!["status"]!));
        Assert.Equal("Members.Unknown", (string)items[1]!["problem"]!["code"]!);
        Assert.NotNull(items[2]!["problem"]!["errors"]!["occurredAt"]);
        Assert.NotNull(items[3]!["problem"]!["errors"]!["operations"]);
        Assert.Equal(10m, (decimal)items[5]!["receipt"]!["balance"]!);
    }

    [Fact]
    public async Task A_receipt_that_had_been_posted_online_is_the_same_receipt_in_the_journal()
    {
        await host.MemberAsync("ivan");
        await host.EarnAsync("ivan", 100);
        var receipt = host.Receipt("r-1", 334m, "ivan", redeem: 100);
        var online = await ApiHost.ReadAsync(await client.PostAsync("/api/v1/receipts", ApiHost.Json(receipt)));

        var items = await SendAsync(new JsonObject { ["receipt"] = receipt });

        Assert.True((bool)items[0]!["replayed"]!);
        Assert.Equal(online.ToJsonString(), items[0]!["receipt"]!.ToJsonString());
    }

    [Fact]
    public async Task An_empty_journal_and_one_of_too_many_operations_are_refused()
    {
        var many = Enumerable.Range(0, 501).Select(_ => (JsonNode)new JsonObject()).ToArray();

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(Journal, ApiHost.Json(new JsonObject { ["operations"] = new JsonArray() }))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(Journal, ApiHost.Json(new JsonObject { ["operations"] = new JsonArray(many) }))).StatusCode);
    }

    [Fact]
    public async Task A_till_learns_a_masked_name_and_no_more()
    {
        await client.PostAsync("/api/v1/members", ApiHost.Json("""{"externalId":"anna","firstName":"Анна","lastName":"Петрова","phone":"+79161234567","email":"anna@example.org"}"""));
        var till = host.Caller((await host.KeyAsync("receipts.write")).Secret);

        var found = await till.GetAsync("/api/v1/members/lookup?phone=%2B79161234567");
        var text = await found.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, found.StatusCode);
        Assert.Contains("Анна П.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Петрова", text, StringComparison.Ordinal);
        Assert.DoesNotContain("example.org", text, StringComparison.Ordinal);
        Assert.DoesNotContain("4567", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await till.GetAsync("/api/v1/members?externalId=anna")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await till.GetAsync("/api/v1/members/lookup?externalId=nobody")).StatusCode);
    }

    private async Task<JsonArray> SendAsync(params JsonObject[] operations)
    {
        var answer = await ApiHost.ReadAsync(await client.PostAsync(Journal, ApiHost.Json(new JsonObject { ["operations"] = new JsonArray([.. operations]) })));
        return answer["items"]!.AsArray();
    }
}
