using System.Globalization;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Api.V1;

/// <summary>The day of a till as the file for till vendors tells it.</summary>
public sealed class TillStoryTests : IAsyncLifetime
{
    private ApiHost host = null!;

    public async Task InitializeAsync() => host = await ApiHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task R19_the_story_of_a_day_ends_as_its_file_says()
    {
        var told = await TellAsync();

        Assert.All(told, call => Assert.InRange(call.Value.Status, 200, 201));
        Assert.All(told.Where(call => call.Key != "journalAgain"), call => Assert.False(call.Value.Replayed));
        Assert.Equal(("Anna S.", "***67", 150m), ((string)told["who"].Body["maskedName"]!, (string)told["who"].Body["maskedPhone"]!, (decimal)told["who"].Body["available"]!));
        Assert.Equal(120m, (decimal)told["quote"].Body["maxRedeemable"]!);
        Assert.Equal("Receipts.CappedByShare", (string)Assert.Single(told["quote"].Body["maxReasons"]!.AsArray())!["code"]!);
        Assert.Equal((120m, 280m, 14m), (Of(told, "confirmed", "redeemed"), Of(told, "confirmed", "toPay"), Of(told, "confirmed", "accrued")));
        Assert.Equal((105m, 45m, 6m), (Of(told, "returned", "refund"), Of(told, "returned", "pointsRestored"), Of(told, "returned", "accrualReversed")));
        Assert.Equal("cancelled", (string)told["cancelled"].Body["status"]!);
        var offline = told["journal"].Body["items"]!.AsArray();
        Assert.Equal([201, 201, 201, 200], offline.Select(item => (int)item!["status"]!));
        Assert.Equal((0m, 10m), ((decimal)offline[0]!["receipt"]!["redeemed"]!, (decimal)offline[0]!["receipt"]!["accrued"]!));
        Assert.Contains(offline[0]!["receipt"]!["reasons"]!.AsArray(), reason => (string)reason!["code"]! == "Receipts.CappedOffline");
        Assert.All(told["journalAgain"].Body["items"]!.AsArray(), item => Assert.True((bool)item!["replayed"]!));
        Assert.Equal(83m, Of(told, "balance", "available"));
        Assert.Equal(0m, Of(told, "balance", "held"));
        Assert.True((bool)told["proof"].Body["balanced"]!);
    }

    [Fact]
    public async Task R19_the_whole_story_told_again_ends_in_the_same_state()
    {
        var first = await TellAsync();
        var second = await TellAsync();

        foreach (var call in (string[])["anna", "first", "confirmed", "returned", "balance", "entries", "journalAgain"])
        {
            Assert.Equal(first[call].Body.ToJsonString(), second[call].Body.ToJsonString());
        }

        foreach (var call in (string[])["anna", "first", "hold", "confirmed", "returned", "unpaid", "cancelled"])
        {
            Assert.True(second[call].Replayed, call);
        }
    }

    private Task<IReadOnlyDictionary<string, HttpStory.Answer>> TellAsync() =>
        HttpStory.Read("LoyaltyAdmin/Features/ApiGuide/till.http", new Dictionary<string, string>
        {
            ["host"] = "",
            ["key"] = ApiHost.Key,
            ["day"] = host.Clock.UtcNow.AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        }).RunAsync(host.Caller(key: null));

    private static decimal Of(IReadOnlyDictionary<string, HttpStory.Answer> told, string call, string field) => (decimal)told[call].Body[field]!;
}
