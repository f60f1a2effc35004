using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Features.ApiKeys;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class HouseholdsApiTests : IAsyncLifetime
{
    private const string Households = "/api/v1/households";
    private ApiHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync() => client = (host = await ApiHost.StartAsync()).Caller();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_household_is_made_told_joined_and_left_in_the_contracts_words()
    {
        var (anna, boris, vera) = (await MemberAsync("anna", 100), await MemberAsync("boris", 50), await MemberAsync("vera", 7));

        var made = await MakeAsync(new JsonObject { ["head"] = "anna", ["members"] = new JsonArray(new JsonObject { ["phone"] = "+79160000002" }) });
        var again = await MakeAsync(new JsonObject { ["head"] = anna, ["members"] = new JsonArray("boris") });
        var household = await ApiHost.ReadAsync(made);
        var id = (int)household["id"]!;

        Assert.Equal((HttpStatusCode.Created, $"{Households}/{id}"), (made.StatusCode, made.Headers.Location?.ToString()));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        Assert.Equal((anna, 150m, "anna"), ((long)household["head"]!, (decimal)household["available"]!, (string)household["members"]![0]!["name"]!));
        Assert.Equal(50m, (decimal)household["members"]![1]!["own"]!);

        var balance = await ApiHost.ReadAsync(await client.GetAsync($"/api/v1/members/{boris}/balance"));
        Assert.Equal((150m, 50m), ((decimal)balance["available"]!, (decimal)balance["own"]!));
        Assert.Equal($$"""{"id":{{id}},"members":2,"available":150}""", balance["household"]!.ToJsonString().Replace("150.0", "150", StringComparison.Ordinal));
        Assert.Equal(id, (int)(await ApiHost.ReadAsync(await client.GetAsync("/api/v1/members?phone=%2B79160000002")))["household"]!["id"]!);
        Assert.Equal(150m, (decimal)(await ApiHost.ReadAsync(await client.GetAsync("/api/v1/members/lookup?externalId=anna")))["available"]!);

        var receipt = await ApiHost.ReadAsync(await client.PostAsync("/api/v1/receipts", ApiHost.Json(host.Receipt("r-1", 1000m, "boris", redeem: 120))));
        Assert.Equal((120m, 74m), ((decimal)receipt["redeemedPoints"]!, (decimal)receipt["balance"]!));

        var joined = await client.PostAsync($"{Households}/{id}/members", ApiHost.Json(new JsonObject { ["member"] = "vera" }));
        Assert.Equal(81m, (decimal)(await ApiHost.ReadAsync(joined))["available"]!);
        var left = await client.DeleteAsync($"{Households}/{id}/members/{vera}");
        var leftAgain = await client.DeleteAsync($"{Households}/{id}/members/{vera}");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (left.StatusCode, leftAgain.StatusCode));
        Assert.Equal((false, true), (left.Headers.Contains("Idempotent-Replay"), leftAgain.Headers.Contains("Idempotent-Replay")));
        Assert.Equal(2, (await ApiHost.ReadAsync(await client.GetAsync($"{Households}/{id}")))["members"]!.AsArray().Count);
    }

    [Fact]
    public async Task What_cannot_be_is_told_by_a_code_of_its_own()
    {
        await MemberAsync("anna", 0);
        await MemberAsync("boris", 0);
        await MakeAsync(new JsonObject { ["head"] = "anna" });
        var boris = await ApiHost.ReadAsync(await MakeAsync(new JsonObject { ["head"] = "boris" }));

        await RefusedAsync(HttpStatusCode.Conflict, "Households.InAnotherConflict", await MakeAsync(new JsonObject { ["head"] = "boris", ["members"] = new JsonArray("anna") }));
        await RefusedAsync(HttpStatusCode.NotFound, "Members.Unknown", await MakeAsync(new JsonObject { ["head"] = "nobody" }));
        await RefusedAsync(HttpStatusCode.BadRequest, "Api.Invalid", await MakeAsync(new JsonObject { ["head"] = new JsonObject { ["card"] = "1111", ["phone"] = "+79161111111" } }));
        await RefusedAsync(HttpStatusCode.BadRequest, "Api.Invalid", await MakeAsync(new JsonObject { ["head"] = "anna", ["members"] = new JsonArray((JsonNode?)null) }));
        await RefusedAsync(HttpStatusCode.NotFound, "Households.Unknown", await client.GetAsync($"{Households}/999"));
        await RefusedAsync(HttpStatusCode.NotFound, "Households.Unknown", await client.DeleteAsync($"{Households}/999/members/1"));
        await RefusedAsync(HttpStatusCode.NotFound, "Members.Unknown", await client.DeleteAsync($"{Households}/{boris["id"]}/members/999"));
        await RefusedAsync(
            HttpStatusCode.Conflict, "Households.InAnotherConflict", await client.PostAsync($"{Households}/{boris["id"]}/members", ApiHost.Json(new JsonObject { ["member"] = "anna" })));

        var reader = host.Caller((await host.KeyAsync(ApiScope.MembersRead)).Secret);
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"{Households}/{boris["id"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(Households, ApiHost.Json(new JsonObject { ["head"] = "anna" }))).StatusCode);
    }

    [Fact]
    public async Task R16_points_of_a_typed_member_are_spent_once_the_name_of_the_quote_comes_back()
    {
        await ConditionsOf.PublishAsync(host, c => c with { Joining = c.Joining with { ConfirmSpending = SpendingConfirmation.Name } });
        await MemberAsync("anna", 100);

        var quote = await ApiHost.ReadAsync(await client.PostAsync("/api/v1/receipts/quote", ApiHost.Json(ByPhone("q", null))));
        Assert.Equal(("a***", 0m, 100m), ((string)quote["maskedName"]!, (decimal)quote["redeemedPoints"]!, (decimal)quote["maxRedeemable"]!));
        Assert.Equal(["Receipts.NameNotConfirmed"], Codes(quote).Where(c => c.Contains("Name", StringComparison.Ordinal)));

        var without = await SellAsync(ByPhone("r-1", null));
        var mistaken = await SellAsync(ByPhone("r-2", "b***"));
        Assert.Equal((0m, 0m), ((decimal)without["redeemedPoints"]!, (decimal)mistaken["redeemedPoints"]!));
        Assert.Contains("Receipts.NameNotConfirmed", Codes(mistaken));
        Assert.True((decimal)without["accrued"]! > 0);

        var confirmed = await SellAsync(ByPhone("r-3", "a***"));
        Assert.Equal(50m, (decimal)confirmed["redeemedPoints"]!);

        // The confirmed name is a part of what was sent.
        Assert.Equal(HttpStatusCode.Conflict, (await client.PostAsync("/api/v1/receipts", ApiHost.Json(ByPhone("r-3", null)))).StatusCode);

        // Whom a card or a number shows needs no question; a till without connection goes by its allowance.
        Assert.Equal(50m, (decimal)(await SellAsync(host.Receipt("r-4", 1000m, "anna", redeem: 50)))["redeemedPoints"]!);
        var offline = ByPhone("r-5", null);
        offline["offline"] = true;
        Assert.Contains("Receipts.CappedOffline", Codes(await SellAsync(offline)));
    }

    [Fact]
    public async Task R19_a_hold_keeps_the_confirmation_and_its_receipt_needs_it_too_when_it_changed()
    {
        await ConditionsOf.PublishAsync(host, c => c with { Joining = c.Joining with { ConfirmSpending = SpendingConfirmation.Name } });
        await MemberAsync("anna", 100);

        var none = await ApiHost.ReadAsync(await client.PostAsync("/api/v1/holds", ApiHost.Json(ByPhone("h-1", null))));
        Assert.Equal(0m, (decimal)none["held"]!);
        var changed = ByPhone("h-1", null);
        changed.Remove("member");
        changed["lines"]![0]!["price"] = 900m;
        var receipt = await ApiHost.ReadAsync(await client.PostAsync($"/api/v1/holds/{none["id"]}/confirm", ApiHost.Json(changed)));
        Assert.Equal(0m, (decimal)receipt["redeemedPoints"]!);

        var held = await ApiHost.ReadAsync(await client.PostAsync("/api/v1/holds", ApiHost.Json(ByPhone("h-2", "a***"))));
        Assert.Equal(50m, (decimal)held["held"]!);
        var confirmed = await ApiHost.ReadAsync(await client.PostAsync($"/api/v1/holds/{held["id"]}/confirm", null));
        Assert.Equal(50m, (decimal)confirmed["redeemedPoints"]!);
    }

    private static List<string> Codes(JsonObject answer) => [.. answer["reasons"]!.AsArray().Select(r => (string)r!["code"]!)];

    private static async Task RefusedAsync(HttpStatusCode status, string code, HttpResponseMessage answer) =>
        Assert.Equal((status, code), (answer.StatusCode, (string)(await ApiHost.ReadAsync(answer))["code"]!));

    private JsonObject ByPhone(string key, string? confirmed)
    {
        var receipt = host.Receipt(key, 1000m, redeem: 50);
        receipt["member"] = new JsonObject { ["phone"] = "+79160000001" };
        receipt["confirmedName"] = confirmed;
        return receipt;
    }

    private async Task<JsonObject> SellAsync(JsonObject receipt) => await ApiHost.ReadAsync(await client.PostAsync("/api/v1/receipts", ApiHost.Json(receipt)));

    private Task<HttpResponseMessage> MakeAsync(JsonObject body) => client.PostAsync(Households, ApiHost.Json(body));

    /// <summary>A member with a name, a phone that ends with 1, 2 or 3, and points of an own purchase.</summary>
    private async Task<long> MemberAsync(string name, int points)
    {
        var number = name switch { "anna" => 1, "boris" => 2, _ => 3 };
        var answer = await client.PostAsJsonAsync("/api/v1/members", new { externalId = name, firstName = name, phone = $"+7916000000{number}" });
        if (points > 0)
        {
            await host.EarnAsync(name, points);
        }

        return (long)(await ApiHost.ReadAsync(answer))["id"]!;
    }
}
