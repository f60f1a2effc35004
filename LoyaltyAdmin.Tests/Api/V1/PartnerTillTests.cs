using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Api.Keys;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Data.Identity;
using LoyaltyAdmin.Domain.Partners;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Partners;
using LoyaltyAdmin.Security;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Api.V1;

/// <summary>The till of a partner with a key of its own, and what it tries that is not its own.</summary>
public sealed class PartnerTillTests : IAsyncLifetime
{
    private static readonly Actor Admin = Actor.System("test");
    private ApiHost host = null!;
    private HttpClient shop = null!;
    private HttpClient bakery = null!;
    private HttpClient fuel = null!;

    public async Task InitializeAsync()
    {
        host = await ApiHost.StartAsync();
        shop = host.Caller();
        bakery = await TillAsync("bakery", new PartnerConditions { Accrual = PartnerAccrual.Percent, Percent = 2m });
        fuel = await TillAsync("fuel", new PartnerConditions());
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_member_joins_at_the_shop_earns_at_one_partner_spends_at_another_and_brings_goods_back_there()
    {
        await host.MemberAsync("ivan", "+79161234567");
        var ivan = await ReadAsync(await bakery.GetAsync("/api/v1/members/lookup?phone=%2B79161234567"));
        Assert.Equal("***67", (string)ivan["maskedPhone"]!);

        var bread = await PostAsync(bakery, host.Receipt("1", 5_000m, "ivan"));
        Assert.Equal(("1", 100m), ((string)bread["receiptId"]!, (decimal)bread["accrued"]!));
        Assert.Contains(bread["reasons"]!.AsArray(), r => ((string)r!["text"]!).Contains("The bakery", StringComparison.Ordinal));
        var quote = await ReadAsync(await fuel.PostAsync("/api/v1/receipts/quote", ApiHost.Json(host.Receipt("1", 300m, "ivan", redeem: 500m))));
        Assert.Equal(90m, (decimal)quote["maxRedeemable"]!);
        var hold = await ReadAsync(await fuel.PostAsync("/api/v1/holds", ApiHost.Json(host.Receipt("1", 300m, "ivan", redeem: 90m))));
        Assert.Equal("1", (string)hold["receiptId"]!);
        var confirmed = await fuel.PostAsync($"/api/v1/holds/{(long)hold["id"]!}/confirm", null);
        Assert.Equal("/api/v1/receipts/1", confirmed.Headers.Location?.ToString());
        var petrol = await ReadAsync(confirmed);
        Assert.Equal(("1", 90m, 210m), ((string)petrol["receiptId"]!, (decimal)petrol["redeemedPoints"]!, (decimal)petrol["toPay"]!));

        var back = await ReadAsync(await fuel.PostAsync("/api/v1/receipts/1/returns", ApiHost.Json(Return("b-1"))));
        Assert.Equal(("b-1", 90m, 210m), ((string)back["returnId"]!, (decimal)back["pointsRestored"]!, (decimal)back["refund"]!));
        Assert.Equal(100m, (decimal)(await ReadAsync(await bakery.GetAsync("/api/v1/members/lookup?externalId=ivan")))["available"]!);
        Assert.Equal("1", (string)(await ReadAsync(await bakery.GetAsync("/api/v1/receipts/1")))["receiptId"]!);
        Assert.Equal(HttpStatusCode.OK, (await bakery.GetAsync("/api/v1/receipts/1/lines/1/why")).StatusCode);
    }

    [Fact]
    public async Task Receipts_returns_and_holds_of_others_are_not_there_for_a_partner()
    {
        await host.MemberAsync("ivan");
        await PostAsync(shop, host.Receipt("house", 1_000m, "ivan"));
        await PostAsync(fuel, host.Receipt("station", 1_000m, "ivan"));
        var hold = await ReadAsync(await fuel.PostAsync("/api/v1/holds", ApiHost.Json(host.Receipt("held", 100m, "ivan", redeem: 10m))));

        foreach (var receipt in (string[])["house", "station", "fuel:station"])
        {
            await ProblemAssert.IsAsync(await bakery.GetAsync($"/api/v1/receipts/{receipt}"), HttpStatusCode.NotFound, "Receipts.ReceiptUnknown");
            await ProblemAssert.IsAsync(
                await bakery.PostAsync($"/api/v1/receipts/{receipt}/returns", ApiHost.Json(Return($"b-{receipt}"))), HttpStatusCode.NotFound, "Receipts.ReceiptUnknown");
            await ProblemAssert.IsAsync(await bakery.PostAsync($"/api/v1/receipts/{receipt}/activate", null), HttpStatusCode.NotFound, "Receipts.ReceiptUnknown");
            Assert.Equal(HttpStatusCode.NotFound, (await bakery.GetAsync($"/api/v1/receipts/{receipt}/lines/1/why")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await shop.PostAsync("/api/v1/receipts/station/returns", ApiHost.Json(Return("b")))).StatusCode);
        foreach (var path in (string[])["", "/confirm", "/cancel"])
        {
            var address = $"/api/v1/holds/{(long)hold["id"]!}{path}";
            var answer = path.Length == 0 ? await bakery.GetAsync(address) : await bakery.PostAsync(address, null);
            await ProblemAssert.IsAsync(answer, HttpStatusCode.NotFound, "Receipts.HoldUnknown");
        }

        // The same number is another receipt at each till.
        Assert.Equal(20m, (decimal)(await PostAsync(bakery, host.Receipt("house", 1_000m, "ivan")))["accrued"]!);
    }

    [Fact]
    public async Task A_journal_of_a_partner_is_the_partners()
    {
        await host.MemberAsync("ivan");
        var journal = new JsonObject
        {
            ["operations"] = new JsonArray(
                new JsonObject { ["receipt"] = host.Receipt("evening", 500m, "ivan") },
                new JsonObject { ["return"] = Merged(Return("b"), "receiptId", "evening") }),
        };

        var items = (await ReadAsync(await bakery.PostAsync("/api/v1/journal", ApiHost.Json(journal))))["items"]!.AsArray();

        Assert.Equal([201, 201], items.Select(i => (int)i!["status"]!));
        Assert.Equal(("evening", "evening"), ((string)items[0]!["receipt"]!["receiptId"]!, (string)items[1]!["return"]!["receiptId"]!));
        Assert.Equal(HttpStatusCode.NotFound, (await shop.GetAsync("/api/v1/receipts/evening")).StatusCode);
        Assert.Equal("evening", (string)(await ReadAsync(await shop.GetAsync("/api/v1/receipts/bakery%3Aevening")))["receiptId"]!);
    }

    [Fact]
    public async Task A_partner_gets_at_nothing_that_is_not_opened_to_partners()
    {
        var member = await host.MemberAsync("ivan");
        foreach (var address in (string[])
            [$"members/{member}", "members?externalId=ivan", $"members/{member}/balance", $"members/{member}/entries", $"members/{member}/tier", "kpi?from=2026-01-01&to=2026-02-01", "ledger/proof", "imports/1"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await bakery.GetAsync($"/api/v1/{address}")).StatusCode);
        }

        await ProblemAssert.IsAsync(await bakery.PostAsync("/api/v1/members", ApiHost.Json("{}")), HttpStatusCode.Forbidden, "Api.NotForPartners");
    }

    [Fact]
    public async Task A_partner_who_has_left_learns_nothing_of_members_and_still_takes_goods_back()
    {
        await host.MemberAsync("ivan");
        await PostAsync(bakery, host.Receipt("1", 1_000m, "ivan"));
        Assert.Null(await host.Get<SavePartner>().MoveAsync(Admin, 1, PartnerState.Closed, "left", default));
        host.Get<ApiKeyRing>().Forget();

        await ProblemAssert.IsAsync(await bakery.GetAsync("/api/v1/members/lookup?externalId=ivan"), HttpStatusCode.UnprocessableEntity, "Receipts.PartnerClosed");
        await ProblemAssert.IsAsync(
            await bakery.PostAsync("/api/v1/receipts/quote", ApiHost.Json(host.Receipt("2", 10m, "ivan"))), HttpStatusCode.UnprocessableEntity, "Receipts.PartnerClosed");
        await ProblemAssert.IsAsync(
            await bakery.PostAsync("/api/v1/receipts", ApiHost.Json(host.Receipt("2", 10m, "ivan"))), HttpStatusCode.UnprocessableEntity, "Receipts.PartnerClosed");
        Assert.Equal(20m, (decimal)(await ReadAsync(await bakery.PostAsync("/api/v1/receipts/1/returns", ApiHost.Json(Return("b")))))["accrualReversed"]!);
    }

    [Fact]
    public void What_is_opened_to_partners_is_a_tills_work_and_nothing_else()
    {
        _ = shop;
        var opened = host.Get<EndpointDataSource>().Endpoints.Where(OpenToPartners.Is).Select(e => e.Metadata.GetMetadata<RequiredScope>()!.Scope).ToHashSet();

        Assert.Equal(ApiScope.OfPartners.Order(), opened.Order());
    }

    [Fact]
    public async Task A_key_of_a_partner_may_no_more_than_a_till_whatever_is_written_into_it()
    {
        var partner = (await host.Get<SavePartner>().AddAsync(Admin, "shoes", new SavePartner.Particulars("Shoes"), default)).Value;
        var create = host.Get<CreateApiKey>();

        var wide = await create.ExecuteAsync(Admin, "wide", [ApiScope.ReceiptsWrite, ApiScope.KpiRead], default, partner);
        var none = await create.ExecuteAsync(Admin, "none", [ApiScope.ReceiptsWrite], default, 4_711);

        Assert.Equal("ApiKeys.ScopesNotForPartner", wide.Rejection?.Code);
        Assert.Equal("ApiKeys.PartnerUnknown", none.Rejection?.Code);
        await using (var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext())
        {
            db.ApiKeys.Add(new ApiKey
            {
                Name = "forged",
                Hash = ApiKeySecret.HashOf("a-key-that-was-written-by-hand"),
                Prefix = "a-key",
                Scopes = "receipts.read kpi.read members.read",
                CreatedAt = host.Clock.UtcNow,
                CreatedBy = "test",
                PartnerId = partner,
            });
            await db.SaveChangesAsync();
        }

        host.Get<ApiKeyRing>().Forget();
        var forged = host.Caller("a-key-that-was-written-by-hand");
        Assert.Equal(HttpStatusCode.Forbidden, (await forged.GetAsync("/api/v1/kpi?from=2026-01-01&to=2026-02-01")).StatusCode);
        await ProblemAssert.IsAsync(await forged.GetAsync("/api/v1/receipts/1"), HttpStatusCode.NotFound, "Receipts.ReceiptUnknown");
    }

    private async Task<HttpClient> TillAsync(string key, PartnerConditions terms)
    {
        var id = (await host.Get<SavePartner>().AddAsync(Admin, key, new SavePartner.Particulars($"The {key}"), default)).Value;
        Assert.Null((await host.Get<AgreeTerms>().ExecuteAsync(Admin, id, terms, null, "agreed", default)).Rejection);
        var created = await host.Get<CreateApiKey>().ExecuteAsync(Admin, $"tills of {key}", [ApiScope.ReceiptsRead, ApiScope.ReceiptsWrite], default, id);
        return host.Caller(created.Value.Secret);
    }

    private JsonObject Return(string key) => new()
    {
        ["returnId"] = key,
        ["occurredAt"] = host.Clock.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["lines"] = new JsonArray(new JsonObject { ["line"] = 1, ["quantity"] = 1 }),
    };

    private static JsonObject Merged(JsonObject body, string name, string value)
    {
        body[name] = value;
        return body;
    }

    private static async Task<JsonObject> PostAsync(HttpClient till, JsonObject receipt)
    {
        var answer = await till.PostAsync("/api/v1/receipts", ApiHost.Json(receipt));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await ApiHost.ReadAsync(answer);
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer)
    {
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await ApiHost.ReadAsync(answer);
    }
}
