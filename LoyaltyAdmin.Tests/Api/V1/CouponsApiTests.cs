using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Domain.Campaigns;
using LoyaltyAdmin.Domain.Campaigns.Rewards;
using LoyaltyAdmin.Domain.Coupons;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Features.Campaigns;
using LoyaltyAdmin.Features.Coupons;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class CouponsApiTests : IAsyncLifetime
{
    private const string Coupons = "/api/v1/coupons";
    private static readonly Actor Staff = Actor.System("test");
    private ApiHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await ApiHost.StartAsync();
        client = host.Caller();
        await host.Get<SaveCouponSeries>().CreateAsync(Staff, new CouponSeriesPlan { Key = "spring", Name = "Spring", Kind = CouponKind.Shared, Code = "Весна", From = new DateOnly(2026, 1, 1), UsesPerMember = 1 }, default);
        await host.Get<SaveCouponSeries>().CreateAsync(Staff, new CouponSeriesPlan { Key = "own", Name = "Own", Count = 0, TermDays = 10, From = new DateOnly(2026, 1, 1) }, default);
        var terms = new CampaignTerms { Rewards = [new DiscountPercentReward { Percent = 10 }], RequiresCode = "spring", Limits = new() { MoneyBudget = Money.Of(1_000) } };
        var id = (await host.Get<WriteCampaign>().CreateAsync(Staff, new WriteCampaign.Draft { Key = "spring", Name = "Spring sale", Terms = terms }, default)).Value;
        await host.Get<MoveCampaign>().SubmitAsync(Staff, id, 0, default);
        Assert.Null((await host.Get<MoveCampaign>().LaunchAsync(Staff, id, 1, default)).Rejection);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_promo_code_opens_its_campaign_in_quote_and_receipt_and_the_second_use_says_why_not()
    {
        await host.MemberAsync("anna");
        var receipt = host.Receipt("r-1", 100m, "anna");
        receipt["codes"] = new JsonArray("весна");
        var quote = receipt.DeepClone().AsObject();
        quote.Remove("receiptId");

        var quoted = await ApiHost.ReadAsync(await client.PostAsync("/api/v1/receipts/quote", ApiHost.Json(quote)));
        var posted = await ApiHost.ReadAsync(await client.PostAsync("/api/v1/receipts", ApiHost.Json(receipt)));
        var again = await client.PostAsync("/api/v1/receipts", ApiHost.Json(receipt));

        Assert.Equal((90m, 90m), ((decimal)quoted["toPay"]!, (decimal)posted["toPay"]!));
        var offer = posted["offers"]!.AsArray().Single()!;
        Assert.Equal(("spring", "Spring sale", "applied", 10m), ((string)offer["campaign"]!, (string)offer["name"]!, (string)offer["outcome"]!, (decimal)offer["discount"]!));
        Assert.Equal(posted.ToJsonString(), (await ApiHost.ReadAsync(again)).ToJsonString());

        var second = host.Receipt("r-2", 100m, "anna");
        second["codes"] = new JsonArray("ВЕСНА");
        var answer = await ApiHost.ReadAsync(await client.PostAsync("/api/v1/receipts", ApiHost.Json(second)));
        Assert.Equal(100m, (decimal)answer["toPay"]!);
        Assert.Contains(answer["reasons"]!.AsArray(), r => (string?)r!["code"] == "Coupons.MemberLimit");
    }

    [Fact]
    public async Task A_till_asks_whether_a_code_is_good_and_hears_the_reason()
    {
        var check = new JsonObject { ["code"] = "ВЕСНА" };
        var stranger = await ApiHost.ReadAsync(await client.PostAsync($"{Coupons}/check", ApiHost.Json(check)));
        Assert.Equal((false, "Coupons.NeedsMember", "issued"), ((bool)stranger["valid"]!, (string)stranger["reason"]!, (string)stranger["state"]!));

        await host.MemberAsync("anna");
        check["member"] = "anna";
        var good = await ApiHost.ReadAsync(await client.PostAsync($"{Coupons}/check", ApiHost.Json(check)));
        Assert.Equal((true, "spring"), ((bool)good["valid"]!, (string)good["series"]!));
        Assert.Null(good["reason"]);
        await ProblemAssert.IsAsync(await client.PostAsync($"{Coupons}/check", ApiHost.Json(new JsonObject { ["code"] = "ЛЕТО" })), HttpStatusCode.NotFound, "Coupons.Unknown");
    }

    [Fact]
    public async Task A_shop_gives_a_member_a_coupon_of_their_own_and_needs_the_scope_for_it()
    {
        await host.MemberAsync("anna");
        var request = new JsonObject { ["series"] = "own", ["member"] = "anna" };

        var given = await client.PostAsync(Coupons, ApiHost.Json(request));
        Assert.Equal(HttpStatusCode.Created, given.StatusCode);
        var coupon = await ApiHost.ReadAsync(given);
        Assert.Equal(("own", "2026-03-19"), ((string)coupon["series"]!, (string)coupon["lastDay"]!));

        var till = host.Caller((await host.KeyAsync(ApiScope.ReceiptsWrite)).Secret);
        Assert.Equal(HttpStatusCode.Forbidden, (await till.PostAsync(Coupons, ApiHost.Json(request))).StatusCode);
        await ProblemAssert.IsAsync(await client.PostAsync(Coupons, ApiHost.Json(new JsonObject { ["series"] = "none", ["member"] = "anna" })), HttpStatusCode.NotFound, "Coupons.SeriesUnknown");
    }
}
