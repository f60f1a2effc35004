using System.Net;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Domain.Receipts;
using LoyaltyAdmin.Domain.Subscriptions;
using LoyaltyAdmin.Domain.Values;
using LoyaltyAdmin.Features.Offers;
using LoyaltyAdmin.Features.Subscriptions;
using LoyaltyAdmin.Security;

namespace LoyaltyAdmin.Tests.Api.V1;

/// <summary>R17 by the API: join, try, pay, buy with the benefit, return, not pay, lapse, pay again.</summary>
public sealed class SubscriptionsApiTests : IAsyncLifetime
{
    private ApiHost host = null!;
    private HttpClient client = null!;
    private long anna;

    private string OfAnna => $"/api/v1/members/{anna}/subscriptions";

    public async Task InitializeAsync()
    {
        host = await ApiHost.StartAsync();
        client = host.Caller();
        anna = await host.MemberAsync("anna");
        await host.Get<SavePlan>().ExecuteAsync(
            Actor.System("test"),
            new OfferOrder<PlanTerms>
            {
                Key = "plus",
                Name = "Plus",
                Terms = new PlanTerms { Fee = Money.Of(100), TrialDays = 14, Benefits = new Benefits { DiscountPercent = 10, Words = "Free delivery" } },
            },
            default);
    }

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task The_whole_story_of_a_subscriber()
    {
        var begun = await PostAsync(OfAnna, new() { ["operationId"] = "s-1", ["plan"] = "plus", ["trial"] = true });
        var subscription = await ApiHost.ReadAsync(begun);
        var path = $"/api/v1/subscriptions/{subscription["id"]}";
        Assert.Equal(HttpStatusCode.Created, begun.StatusCode);
        Assert.Equal(path, begun.Headers.Location!.ToString());
        Assert.Equal(("trial", "2026-03-23", 100m), ((string)subscription["state"]!, (string)subscription["paidThrough"]!, (decimal)subscription["fee"]!));

        var paid = await ApiHost.ReadAsync(await PostAsync($"{path}/payments", new() { ["operationId"] = "p-1", ["amount"] = 100 }));
        Assert.Equal(("active", "2026-04-23", 100m), ((string)paid["state"]!, (string)paid["paidThrough"]!, (decimal)paid["paid"]!));

        var receipt = await ApiHost.ReadAsync(await PostAsync("/api/v1/receipts", host.Receipt("r-1", 1_000m, "anna")));
        Assert.Equal(900m, (decimal)receipt["toPay"]!);
        Assert.Contains("Plus", receipt["reasons"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(95m, await SavedAsync(path));
        Assert.Equal("[\"Plus\"]", (await ApiHost.ReadAsync(await client.GetAsync("/api/v1/members/lookup?externalId=anna")))["plans"]!.ToJsonString());

        await PostAsync("/api/v1/receipts/r-1/returns", new()
        {
            ["returnId"] = "b-1",
            ["occurredAt"] = "2026-03-10T12:00:00+03:00",
            ["lines"] = new JsonArray(new JsonObject { ["line"] = 1, ["quantity"] = 1 }),
        });
        Assert.Equal(0m, await SavedAsync(path));

        Assert.Equal("pastDue", await StateAfterAsync(path, 46));
        Assert.Equal(900m, (decimal)(await ApiHost.ReadAsync(await PostAsync("/api/v1/receipts", host.Receipt("r-2", 1_000m, "anna"))))["toPay"]!);
        Assert.Equal("lapsed", await StateAfterAsync(path, 7));
        Assert.Equal(1_000m, (decimal)(await ApiHost.ReadAsync(await PostAsync("/api/v1/receipts", host.Receipt("r-3", 1_000m, "anna"))))["toPay"]!);
        await PostAsync($"{path}/payments", new() { ["operationId"] = "p-2", ["amount"] = 100 });
        Assert.Equal("active", await StateAfterAsync(path, 0));
    }

    [Fact]
    public async Task Told_again_it_is_the_same_and_other_content_under_the_name_is_a_conflict()
    {
        JsonObject Begin(decimal amount) => new() { ["operationId"] = "s-1", ["plan"] = "plus", ["amount"] = amount };
        var first = await PostAsync(OfAnna, Begin(100));
        var again = await PostAsync(OfAnna, Begin(100));
        var other = await PostAsync(OfAnna, Begin(90));
        var second = await PostAsync(OfAnna, new() { ["operationId"] = "s-2", ["plan"] = "plus", ["amount"] = 100 });

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        Assert.Equal((HttpStatusCode.Conflict, "Subscriptions.OperationConflict"), await CodeAsync(other));
        Assert.Equal((HttpStatusCode.Conflict, "Subscriptions.OpenConflict"), await CodeAsync(second));
    }

    [Fact]
    public async Task Cancelled_it_lasts_and_given_back_it_ends()
    {
        var path = $"/api/v1/subscriptions/{(await ApiHost.ReadAsync(await PostAsync(OfAnna, new() { ["operationId"] = "s-1", ["plan"] = "plus", ["amount"] = 100 })))["id"]}";

        var cancelled = await client.PostAsync($"{path}/cancel", null);
        var again = await client.PostAsync($"{path}/cancel", null);
        var refunded = await ApiHost.ReadAsync(await PostAsync($"{path}/refunds", new() { ["operationId"] = "b-1", ["payment"] = "s-1", ["amount"] = 40, ["lastDay"] = "2026-03-20" }));

        Assert.Equal(("cancelled", "2026-04-09"), ((string)(await ApiHost.ReadAsync(cancelled))["state"]!, (string)(await ApiHost.ReadAsync(again))["benefitsThrough"]!));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        Assert.Equal(("2026-03-20", 60m), ((string)refunded["benefitsThrough"]!, (decimal)refunded["paid"]!));
        Assert.Equal("ended", await StateAfterAsync(path, 11));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words()
    {
        Assert.Equal((HttpStatusCode.NotFound, "Subscriptions.PlanUnknown"), await CodeAsync(await PostAsync(OfAnna, new() { ["operationId"] = "1", ["plan"] = "none", ["amount"] = 1 })));
        Assert.Equal((HttpStatusCode.BadRequest, "Subscriptions.AmountMissing"), await CodeAsync(await PostAsync(OfAnna, new() { ["operationId"] = "1", ["plan"] = "plus" })));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Subscriptions.AmountTooGreat"), await CodeAsync(await PostAsync(OfAnna, new() { ["operationId"] = "1", ["plan"] = "plus", ["amount"] = 100.01 })));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "Subscriptions.InFuture"), await CodeAsync(await PostAsync(OfAnna, new() { ["operationId"] = "1", ["plan"] = "plus", ["amount"] = 100, ["at"] = "2026-04-01" })));
        Assert.Equal((HttpStatusCode.NotFound, "Members.Unknown"), await CodeAsync(await PostAsync("/api/v1/members/404/subscriptions", new() { ["operationId"] = "1", ["plan"] = "plus", ["amount"] = 100 })));
        Assert.Equal((HttpStatusCode.NotFound, "Subscriptions.Unknown"), await CodeAsync(await PostAsync("/api/v1/subscriptions/404/payments", new() { ["operationId"] = "1", ["amount"] = 100 })));
    }

    [Fact]
    public async Task A_key_that_only_reads_members_begins_nothing()
    {
        var reader = host.Caller((await host.KeyAsync("members.read")).Secret);

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(OfAnna)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.PostAsync(OfAnna, ApiHost.Json(new JsonObject { ["operationId"] = "1", ["plan"] = "plus", ["trial"] = true }))).StatusCode);
    }

    private static async Task<(HttpStatusCode, string)> CodeAsync(HttpResponseMessage answer) => (answer.StatusCode, (string)(await ApiHost.ReadAsync(answer))["code"]!);

    private Task<HttpResponseMessage> PostAsync(string path, JsonObject body) => client.PostAsync(path, ApiHost.Json(body));

    private async Task<decimal> SavedAsync(string path) => (decimal)(await ApiHost.ReadAsync(await client.GetAsync(path)))["saved"]!;

    private async Task<string> StateAfterAsync(string path, int days)
    {
        host.Clock.Advance(TimeSpan.FromDays(days));
        return (string)(await ApiHost.ReadAsync(await client.GetAsync(path)))["state"]!;
    }
}
