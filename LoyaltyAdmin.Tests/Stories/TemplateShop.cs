using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LoyaltyAdmin.Tests.Support;

namespace LoyaltyAdmin.Tests.Stories;

/// <summary>A shop with a published program, as its till sees it.</summary>
/// <param name="Till">A client with a key.</param>
/// <param name="Clock">The shop's clock.</param>
/// <param name="Services">What jobs are taken from.</param>
/// <param name="WithKey">A client with another key.</param>
internal sealed record TemplateShop(HttpClient Till, TestClock Clock, IServiceProvider Services, Func<string, HttpClient> WithKey)
{
    private int numbers;

    /// <summary>A member joins; the answer's <c>id</c> is the number.</summary>
    public async Task<long> JoinAsync(string name, string? phone = null, string? referralCode = null)
    {
        var member = new JsonObject { ["externalId"] = name, ["firstName"] = name };
        if (phone is not null)
        {
            member["phone"] = phone;
        }

        if (referralCode is not null)
        {
            member["referralCode"] = referralCode;
        }

        return (long)(await PostAsync("/members", member))["id"]!;
    }

    /// <summary>A purchase of one thing now.</summary>
    public async Task<JsonObject> BuyAsync(string member, decimal price, decimal? redeem = null, HttpClient? till = null)
    {
        var receipt = new JsonObject
        {
            ["receiptId"] = $"r{++numbers}",
            ["occurredAt"] = Now(),
            ["member"] = new JsonObject { ["externalId"] = member },
            ["lines"] = new JsonArray(new JsonObject { ["line"] = 1, ["sku"] = "A1", ["quantity"] = 1, ["price"] = price }),
            ["redeemPoints"] = redeem,
        };
        return await PostAsync("/receipts", receipt, till);
    }

    /// <summary>The whole of a receipt comes back.</summary>
    public Task<JsonObject> ReturnAsync(JsonObject receipt, HttpClient? till = null) => PostAsync(
        $"/receipts/{(string)receipt["receiptId"]!}/returns",
        new JsonObject { ["returnId"] = $"v{++numbers}", ["occurredAt"] = Now(), ["lines"] = new JsonArray(new JsonObject { ["line"] = 1, ["quantity"] = 1 }) },
        till);

    public async Task<JsonObject> BalanceAsync(long member) => await GetAsync($"/members/{member}/balance");

    public async Task<JsonObject> PostAsync(string path, JsonNode body, HttpClient? till = null)
    {
        using var answer = await (till ?? Till).PostAsJsonAsync("/api/v1" + path, body);
        Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.OK, $"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    public async Task<JsonObject> GetAsync(string path) => (await Till.GetFromJsonAsync<JsonObject>("/api/v1" + path))!;

    private string Now() => Clock.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
