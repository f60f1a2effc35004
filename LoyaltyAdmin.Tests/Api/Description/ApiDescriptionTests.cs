using System.Net;
using System.Text.Json.Nodes;

namespace LoyaltyAdmin.Tests.Api.Description;

public sealed class ApiDescriptionTests
{
    [Fact]
    public async Task The_description_names_every_call_of_the_contract_with_its_words_and_answers()
    {
        await using var host = await ApiHost.StartAsync();

        var document = await ApiHost.ReadAsync(await host.Caller(key: null).GetAsync("/openapi/v1.json"));

        var paths = document["paths"]!.AsObject();
        foreach (var (method, path) in Contract)
        {
            var call = paths[path]?[method];
            Assert.True(call is not null, $"{method} {path} is not described");
            Assert.False(string.IsNullOrEmpty((string?)call["summary"]), $"{method} {path} has no summary");
            Assert.NotNull(call["security"]);
            Assert.NotNull(call["responses"]!["401"]!["content"]!["application/problem+json"]!["schema"]);
            Assert.Contains(call["responses"]!.AsObject(), answer => answer.Key[0] == '2' && answer.Value!["content"] is not null);
        }
    }

    [Fact]
    public async Task Every_reference_of_the_description_leads_to_a_schema()
    {
        await using var host = await ApiHost.StartAsync();

        var document = await ApiHost.ReadAsync(await host.Caller(key: null).GetAsync("/openapi/v1.json"));

        var schemas = document["components"]!["schemas"]!.AsObject();
        Assert.All(
            References(document).Where(r => r.StartsWith("#/components/schemas/", StringComparison.Ordinal)),
            reference => Assert.True(schemas.ContainsKey(reference.Split('/')[^1]), reference));
        Assert.Equal("X-Api-Key", (string?)document["components"]!["securitySchemes"]!["ApiKey"]!["name"]);
        Assert.Equal("string", (string?)schemas["ApiInstant"]!["type"]);
        Assert.NotNull(schemas["MemberReference"]!["anyOf"]!.AsArray().Single(a => (string?)a!["type"] == "object")!["properties"]!["phone"]);
    }

    [Fact]
    public async Task The_portal_says_that_it_can_serve_without_a_key()
    {
        await using var host = await ApiHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.Caller(key: null).GetAsync("/health")).StatusCode);
    }

    private static readonly (string Method, string Path)[] Contract =
    [
        ("post", "/api/v1/receipts/quote"),
        ("post", "/api/v1/receipts"),
        ("post", "/api/v1/receipts/{receiptId}/returns"),
        ("get", "/api/v1/kpi"),
        ("get", "/api/v1/kpi/cohorts"),
        ("get", "/api/v1/kpi/rfm"),
        ("get", "/api/v1/ledger/proof"),
        ("post", "/api/v1/imports"),
        ("get", "/api/v1/imports/{id}"),
        ("post", "/api/v1/members"),
        ("get", "/api/v1/members"),
        ("get", "/api/v1/members/{id}"),
        ("get", "/api/v1/members/{id}/balance"),
        ("get", "/api/v1/members/{id}/entries"),
    ];

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => f.Key == "$ref" ? [(string)f.Value!] : References(f.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
