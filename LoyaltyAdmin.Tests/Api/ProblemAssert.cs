using System.Net;
using System.Text.Json.Nodes;

namespace LoyaltyAdmin.Tests.Api;

/// <summary>What every error of the API looks like.</summary>
public static class ProblemAssert
{
    /// <summary>The response is a problem of this status and code; answers its body.</summary>
    public static async Task<JsonObject> IsAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var problem = await IsAsync(response);
        Assert.Equal((status, code), (response.StatusCode, (string?)problem["code"]));
        return problem;
    }

    /// <summary>The response is a problem, complete and without a trace of the program's insides.</summary>
    public static async Task<JsonObject> IsAsync(HttpResponseMessage response)
    {
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("   at ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", text, StringComparison.Ordinal);
        var problem = JsonNode.Parse(text)!.AsObject();
        Assert.Equal((int)response.StatusCode, (int?)problem["status"]);
        Assert.False(string.IsNullOrEmpty((string?)problem["code"]));
        Assert.False(string.IsNullOrEmpty((string?)problem["title"]));
        Assert.False(string.IsNullOrEmpty((string?)problem["detail"]));
        Assert.NotEqual((string?)problem["code"], (string?)problem["detail"]);
        Assert.All(
            problem["errors"]?.AsObject().SelectMany(field => field.Value!.AsArray()) ?? [],
            words => Assert.Contains(" ", (string)words!, StringComparison.Ordinal));
        return problem;
    }
}
