using System.Net;
using LoyaltyAdmin.Data;
using LoyaltyAdmin.Features.ApiKeys;
using LoyaltyAdmin.Security;
using Microsoft.EntityFrameworkCore;

namespace LoyaltyAdmin.Tests.Api.Keys;

public sealed class ApiKeyTests
{
    private const string Address = "/api/v1/receipts/nothing";

    [Fact]
    public async Task A_call_without_a_key_is_told_that_it_needs_one()
    {
        await using var host = await ApiHost.StartAsync();

        var response = await host.Caller(key: null).GetAsync(Address);

        await ProblemAssert.IsAsync(response, HttpStatusCode.Unauthorized, "Api.KeyMissing");
    }

    [Theory]
    [InlineData("some-key-that-nobody-made")]
    [InlineData("x")]
    public async Task A_call_with_a_wrong_key_is_refused(string key)
    {
        await using var host = await ApiHost.StartAsync();

        var response = await host.Caller(key).GetAsync(Address);

        await ProblemAssert.IsAsync(response, HttpStatusCode.Unauthorized, "Api.KeyUnknown");
    }

    [Fact]
    public async Task A_key_without_the_scope_of_a_call_is_refused_and_told_which_it_lacks()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await host.KeyAsync(ApiScope.KpiRead);

        var response = await host.Caller(key.Secret).GetAsync(Address);

        var problem = await ProblemAssert.IsAsync(response, HttpStatusCode.Forbidden, "Api.ScopeMissing");
        Assert.Contains(ApiScope.ReceiptsRead, (string)problem["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_with_the_scope_gets_through_and_reading_does_not_permit_writing()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await host.KeyAsync(ApiScope.ReceiptsRead);
        var client = host.Caller(key.Secret);

        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address)).StatusCode);
        var posted = await client.PostAsync("/api/v1/receipts", ApiHost.Json(host.Receipt("r", 10)));
        await ProblemAssert.IsAsync(posted, HttpStatusCode.Forbidden, "Api.ScopeMissing");
    }

    [Fact]
    public async Task A_revoked_key_is_refused_at_once_on_this_node()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await host.KeyAsync(ApiScope.ReceiptsRead);
        var client = host.Caller(key.Secret);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address)).StatusCode);

        Assert.Null(await host.Get<RevokeApiKey>().ExecuteAsync(Actor.System("test"), key.Id, default));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Address)).StatusCode);
    }

    [Fact]
    public async Task A_key_that_another_node_revoked_is_refused_within_seconds()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await host.KeyAsync(ApiScope.ReceiptsRead);
        var client = host.Caller(key.Secret);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address)).StatusCode);

        await using (var db = host.Get<IDbContextFactory<LoyaltyDbContext>>().CreateDbContext())
        {
            await db.ApiKeys.Where(k => k.Id == key.Id)
                .ExecuteUpdateAsync(k => k.SetProperty(row => row.RevokedAt, host.Clock.UtcNow));
        }

        host.Clock.Advance(ApiKeyRing.Freshness);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(Address)).StatusCode);
    }

    [Fact]
    public async Task A_key_that_calls_too_often_is_told_when_to_come_back()
    {
        await using var host = await ApiHost.StartAsync(("Api:PermitsPerMinute", "3"));
        var key = await host.KeyAsync(ApiScope.ReceiptsRead);
        var other = await host.KeyAsync(ApiScope.ReceiptsRead);
        var client = host.Caller(key.Secret);
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address)).StatusCode);
        }

        var response = await client.GetAsync(Address);

        await ProblemAssert.IsAsync(response, HttpStatusCode.TooManyRequests, "Api.TooManyRequests");
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Caller(other.Secret).GetAsync(Address)).StatusCode);
    }

    [Fact]
    public async Task The_key_of_the_settings_may_do_everything_as_often_as_it_likes()
    {
        await using var host = await ApiHost.StartAsync(("Api:PermitsPerMinute", "2"));
        var client = host.Caller();

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(Address)).StatusCode);
        }
    }

    [Fact]
    public async Task A_short_key_in_the_settings_stops_the_start_and_says_what_to_set()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ApiHost.StartAsync((BootstrapApiKey.Setting, "short")));

        Assert.Contains("Bootstrap__ApiKey", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.5", "Передайте ключ API")]
    [InlineData("de,ru;q=0.5", "Передайте ключ API")]
    [InlineData("en", "Send the API key")]
    [InlineData("de", "Send the API key")]
    public async Task Errors_are_told_in_the_callers_language(string language, string words)
    {
        await using var host = await ApiHost.StartAsync();

        var problem = await ApiHost.ReadAsync(await host.Caller(key: null, language).GetAsync(Address));

        Assert.StartsWith(words, (string)problem["detail"]!, StringComparison.Ordinal);
    }

}
