using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Domain.Programs;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Programs;
using LoyaltyAdmin.Features.Referrals;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Api.V1;

/// <summary>Bringing a friend as a shop's app goes through it.</summary>
public sealed class ReferralApiTests : IAsyncLifetime
{
    private const string Members = "/api/v1/members";
    private ApiHost host = null!;
    private HttpClient client = null!;

    public async Task InitializeAsync()
    {
        host = await ApiHost.StartAsync();
        client = host.Caller();
        await using var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        await db.ProgramVersions.ExecuteDeleteAsync();
        var version = new ProgramVersion
        {
            ProgramId = await db.Programs.Select(p => p.Id).SingleAsync(),
            Number = 1,
            Conditions = new ProgramConditions
            {
                Referral = new() { Enabled = true, ReferrerPoints = 300, FriendPoints = 200, MinimumPurchase = Money.Of(1000), DaysToWait = 7, CapPerMonth = 2, Link = "https://shop.example/?code={code}" },
            },
        };
        version.Publish(DateTime.UnixEpoch, host.Clock.UtcNow, "test");
        db.Add(version);
        await db.SaveChangesAsync();
        host.Get<ProgramTimelines>().Forget();
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_friend_joins_by_a_code_buys_and_both_are_rewarded_after_the_return_period()
    {
        var anna = await RegisterAsync("anna");
        var own = await GetAsync(anna);
        Assert.Equal(2, (int)own["leftThisMonth"]!);
        Assert.Equal($"https://shop.example/?code={((string)own["code"]!).Replace("-", "", StringComparison.Ordinal)}", (string)own["link"]!);

        var boris = await RegisterAsync("boris", (string)own["code"]!);
        Assert.Equal("accepted", (string)boris["referral"]!["status"]!);
        (await client.PostAsync("/api/v1/receipts", ApiHost.Json(host.Receipt("r-1", 1500m, "boris")))).EnsureSuccessStatusCode();
        await SettleAsync();
        Assert.Equal((1, 0), ((int)(await GetAsync(anna))["waiting"]!, (int)(await GetAsync(anna))["rewarded"]!));
        host.Clock.Advance(TimeSpan.FromDays(7));
        await SettleAsync();

        var told = await GetAsync(anna);
        Assert.Equal((1, 300m, 1), ((int)told["rewarded"]!, (decimal)told["earned"]!, (int)told["leftThisMonth"]!));
        Assert.Equal("rewarded", (string)(await GetAsync(boris))["cameBy"]!["state"]!);
        var entries = await ApiHost.ReadAsync(await client.GetAsync($"{Members}/{anna["id"]}/entries"));
        Assert.Equal(("reward", 300m, "A friend came by their code and bought"), ((string)entries["items"]![0]!["kind"]!, (decimal)entries["items"]![0]!["points"]!, (string)entries["items"]![0]!["reason"]!));
        var why = await ApiHost.ReadAsync(await client.GetAsync($"{Members}/{anna["id"]}/entries/{entries["items"]![0]!["id"]}/why"));
        Assert.Contains("A friend came by their code", why.ToJsonString(), StringComparison.Ordinal);
        Assert.True((bool)(await ApiHost.ReadAsync(await client.GetAsync("/api/v1/ledger/proof")))["balanced"]!);
    }

    [Fact]
    public async Task A_refused_code_says_why_and_the_registration_stands()
    {
        var anna = await RegisterAsync("anna", marks: new JsonObject { ["device"] = "phone-1" });
        var code = (string)(await GetAsync(anna))["code"]!;

        var twin = await RegisterAsync("twin", code, new JsonObject { ["device"] = "PHONE 1" }, "ru");
        Assert.Equal(("refused", "Referrals.SameDevice"), ((string)twin["referral"]!["status"]!, (string)twin["referral"]!["code"]!));
        Assert.StartsWith("Код не подходит", (string)twin["referral"]!["text"]!, StringComparison.Ordinal);
        Assert.Equal("Referrals.UnknownCode", (string)(await RegisterAsync("vera", "nonsense"))["referral"]!["code"]!);
        await ProblemAssert.IsAsync(
            await client.PostAsync($"{Members}/{anna["id"]}/referral", ApiHost.Json(new JsonObject { ["code"] = code })), HttpStatusCode.UnprocessableEntity, "Referrals.OwnCode");
    }

    [Fact]
    public async Task A_code_can_be_given_after_the_registration_and_again()
    {
        var code = (string)(await GetAsync(await RegisterAsync("anna")))["code"]!;
        var boris = await RegisterAsync("boris");

        foreach (var replayed in (bool[])[false, true])
        {
            var answer = await ApiHost.ReadAsync(await client.PostAsync($"{Members}/{boris["id"]}/referral", ApiHost.Json(new JsonObject { ["code"] = code })));
            Assert.Equal(("accepted", replayed), ((string)answer["status"]!, (bool)answer["replayed"]!));
        }
    }

    [Fact]
    public async Task An_unknown_member_and_a_key_without_the_scope_are_told()
    {
        await ProblemAssert.IsAsync(await client.GetAsync($"{Members}/4711/referral"), HttpStatusCode.NotFound, "Members.Unknown");
        var key = await host.KeyAsync("members.read");
        var answer = await host.Caller(key.Secret).PostAsync($"{Members}/1/referral", ApiHost.Json(new JsonObject { ["code"] = "x" }));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<JsonNode> RegisterAsync(string name, string? code = null, JsonObject? marks = null, string language = "en")
    {
        var request = new JsonObject { ["externalId"] = name, ["firstName"] = name, ["referralCode"] = code, ["marks"] = marks };
        var answer = await host.Caller(language: language).PostAsync(Members, ApiHost.Json(request));
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await ApiHost.ReadAsync(answer);
    }

    private async Task<JsonNode> GetAsync(JsonNode member) => await ApiHost.ReadAsync(await client.GetAsync($"{Members}/{member["id"]}/referral"));

    private Task<SettleReferrals.Outcome> SettleAsync() => host.Get<SettleReferrals>().ExecuteAsync(Actor.System("test"), null, default);
}
