using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features.Duplicates;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Api.V1;

public sealed class MembersApiTests : IAsyncLifetime
{
    private const string Members = "/api/v1/members";
    private ApiHost host = null!;

    public async Task InitializeAsync() => host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task A_member_is_registered_and_found_by_each_name()
    {
        var created = await PostAsync(Anna());
        var member = await ApiHost.ReadAsync(created);
        var id = (long)member["id"]!;

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(("+79161234567", "anna@example.com", "00012345"), ((string?)member["phone"], (string?)member["email"], (string?)member["card"]));
        Assert.Equal("2026-01-31T12:00:00+03:00", (string?)member["joinedAt"]);
        foreach (var name in new[] { "externalId=crm-1", "card=0001%202345", "phone=89161234567", "email=ANNA@example.com", $"id={id}" })
        {
            var found = await ApiHost.ReadAsync(await host.Caller().GetAsync($"{Members}?{name}"));
            Assert.Equal(member.ToJsonString(), found.ToJsonString());
        }

        Assert.Equal(member.ToJsonString(), (await ApiHost.ReadAsync(await host.Caller().GetAsync($"{Members}/{id}"))).ToJsonString());
    }

    [Fact]
    public async Task The_same_registration_in_parallel_is_one_member_and_one_answer()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => PostAsync(Anna()))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(19, answers.Count(answer => answer.Headers.Contains("Idempotent-Replay")));
        Assert.Single((await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct());
        await using var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext();
        Assert.Equal(1, await db.Members.CountAsync());
    }

    [Fact]
    public async Task Another_content_or_anothers_phone_is_a_conflict()
    {
        await PostAsync(Anna());
        var other = Anna();
        other["firstName"] = "Мария";

        await ProblemAssert.IsAsync(await PostAsync(other), HttpStatusCode.Conflict, "Members.ExternalIdTaken");
        await ProblemAssert.IsAsync(
            await PostAsync(new JsonObject { ["externalId"] = "crm-2", ["phone"] = "+79161234567" }), HttpStatusCode.Conflict, "Members.PhoneTaken");
    }

    [Fact]
    public async Task R16_whatever_named_a_merged_member_answers_with_the_survivor()
    {
        var anna = (long)(await ApiHost.ReadAsync(await PostAsync(Anna())))["id"]!;
        var twin = new JsonObject { ["externalId"] = "crm-2", ["phone"] = "+79161234568", ["card"] = "00012346" };
        var anya = (long)(await ApiHost.ReadAsync(await PostAsync(twin)))["id"]!;
        var order = new MergeMembers.Order { SourceId = anya, TargetId = anna, Versions = (0, 0), Reason = "One person" };
        Assert.Null((await host.Get<MergeMembers>().ExecuteAsync(Actor.System("test"), order, default)).Rejection);

        foreach (var name in new[] { "externalId=crm-2", "card=00012346", "phone=89161234568", $"id={anya}", "card=00012345" })
        {
            var found = await ApiHost.ReadAsync(await host.Caller().GetAsync($"{Members}?{name}"));
            Assert.Equal(anna, (long)found["id"]!);
            Assert.Equal([anya], found["mergedFrom"]!.AsArray().Select(id => (long)id!));
        }

        Assert.Equal(anna, (long)(await ApiHost.ReadAsync(await host.Caller().GetAsync($"{Members}/{anya}")))["id"]!);
        Assert.Equal(HttpStatusCode.OK, (await host.Caller().GetAsync($"{Members}/{anya}/balance")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Caller().GetAsync($"{Members}/{anya}/entries")).StatusCode);
        var again = await PostAsync((JsonObject)twin.DeepClone());
        Assert.True(again.Headers.Contains("Idempotent-Replay"));
        Assert.Equal(anna, (long)(await ApiHost.ReadAsync(again))["id"]!);
    }

    [Theory]
    [InlineData("""{"phone": "123"}""", HttpStatusCode.BadRequest, "Members.PhoneInvalid")]
    [InlineData("""{"phone": "+79999999999"}""", HttpStatusCode.BadRequest, "Members.PhoneIsJunk")]
    [InlineData("""{"firstName": "Anna"}""", HttpStatusCode.BadRequest, "Members.KeyRequired")]
    [InlineData("""{"externalId": "x", "birthDate": "1900-01-01"}""", HttpStatusCode.BadRequest, "Members.BirthDateIsJunk")]
    [InlineData("""{"externalId": "x", "birthDate": "31.12.1990"}""", HttpStatusCode.BadRequest, "Api.Invalid")]
    [InlineData("""{"externalId": "x", "consents": 5}""", HttpStatusCode.BadRequest, "Api.Invalid")]
    public async Task What_cannot_be_registered_is_refused_with_its_reason(string body, HttpStatusCode status, string code) =>
        await ProblemAssert.IsAsync(await host.Caller().PostAsync(Members, ApiHost.Json(body)), status, code);

    [Theory]
    [InlineData("?phone=%2B79160000000", HttpStatusCode.NotFound, "Members.Unknown")]
    [InlineData("/404", HttpStatusCode.NotFound, "Members.Unknown")]
    [InlineData("/404/balance", HttpStatusCode.NotFound, "Members.Unknown")]
    [InlineData("/404/entries", HttpStatusCode.NotFound, "Members.Unknown")]
    [InlineData("", HttpStatusCode.BadRequest, "Api.Invalid")]
    [InlineData("?phone=1&card=2", HttpStatusCode.BadRequest, "Api.Invalid")]
    public async Task Who_is_not_there_is_not_found(string address, HttpStatusCode status, string code) =>
        await ProblemAssert.IsAsync(await host.Caller().GetAsync(Members + address), status, code);

    [Fact]
    public async Task A_purchase_shows_in_the_balance_and_among_the_entries()
    {
        await PostAsync(Anna());
        await host.EarnAsync("crm-1", 50);
        var id = (long)(await ApiHost.ReadAsync(await host.Caller().GetAsync($"{Members}?externalId=crm-1")))["id"]!;

        var balance = await ApiHost.ReadAsync(await host.Caller().GetAsync($"{Members}/{id}/balance"));
        var entries = await ApiHost.ReadAsync(await host.Caller(language: "ru").GetAsync($"{Members}/{id}/entries?skip=0&take=10"));

        Assert.Equal(
            """{"available":50,"own":50,"pending":0,"held":0,"debt":0,"tier":null,"expiring":[{"lastDay":"2027-03-10","points":50}],"household":null}""", balance.ToJsonString());
        var entry = entries["items"]![0]!;
        Assert.Equal((1, "accrual", 50m), ((int)entries["total"]!, (string?)entry["kind"], (decimal)entry["points"]!));
        Assert.Equal($"Чек {entry["receiptId"]}", (string?)entry["reason"]);
        Assert.Equal((50m, "2027-03-10"), ((decimal)entry["lots"]![0]!["points"]!, (string?)entry["lots"]![0]!["expires"]));
    }

    [Fact]
    public async Task A_key_that_may_only_read_registers_nobody()
    {
        var key = await host.KeyAsync("members.read");

        Assert.Equal(HttpStatusCode.Forbidden, (await host.Caller(key.Secret).PostAsync(Members, ApiHost.Json(Anna()))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Caller(key.Secret).GetAsync($"{Members}/1")).StatusCode);
    }

    private static JsonObject Anna() => new()
    {
        ["externalId"] = "crm-1",
        ["card"] = "0001 2345",
        ["phone"] = "8 (916) 123-45-67",
        ["email"] = "Anna@Example.com",
        ["firstName"] = "Анна",
        ["joinedAt"] = "2026-01-31T12:00:00",
        ["consents"] = new JsonArray("offers"),
    };

    private Task<HttpResponseMessage> PostAsync(JsonNode body) => host.Caller().PostAsync(Members, ApiHost.Json(body));
}
